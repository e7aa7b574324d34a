// The door to load the package by: one in CommonJS that is itself imported late comes out of the bundle without its names.
export { parseDocument, stringify } from 'yaml'
