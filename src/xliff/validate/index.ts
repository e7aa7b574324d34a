export { type Code, type Constraint, constraints } from './constraint.ts'
export type { ValidateOptions, Version } from './family.ts'
export {
  type Validation,
  validateXliff,
  type XliffValidator,
  xliffValidator,
} from './stream.ts'
