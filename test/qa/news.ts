/** Sentences as news have them, with names of the shipped glossaries, numbers, dates and quotations; each in three languages. */
export const news = [
  {
    en: 'Volodymyr Zelenskyy arrived in Lviv on 5 June 2023.',
    uk: 'Володимир Зеленський прибув до Львова 5 червня 2023 року.',
    ru: 'Владимир Зеленский прибыл во Львов 5 июня 2023 года.',
  },
  {
    en: 'Kyiv received 1,250 generators from 14 countries.',
    uk: 'Київ отримав 1250 генераторів від 14 країн.',
    ru: 'Киев получил 1250 генераторов от 14 стран.',
  },
  {
    en: '“We will rebuild the bridge,” said Denys Shmyhal.',
    uk: '«Ми відбудуємо міст», – сказав Денис Шмигаль.',
    ru: '«Мы отстроим мост», – сказал Денис Шмыгаль.',
  },
  {
    en: 'The train from Kharkiv to Odesa takes 11.5 hours.',
    uk: 'Потяг із Харкова до Одеси їде 11,5 години.',
    ru: 'Поезд из Харькова в Одессу идёт 11,5 часа.',
  },
  {
    en: 'Vladimir Putin signed the decree at 6:30 p.m.',
    uk: 'Володимир Путін підписав указ о 18:30.',
    ru: 'Владимир Путин подписал указ в 18:30.',
  },
  {
    en: 'The repairs cost 2.4 million hryvnias.',
    uk: 'Ремонт коштував 2,4 мільйона гривень.',
    ru: 'Ремонт стоил 2,4 миллиона гривен.',
  },
  {
    en: 'Mykhailo Podoliak answered seven questions.',
    uk: 'Михайло Подоляк відповів на сім запитань.',
    ru: 'Михаил Подоляк ответил на семь вопросов.',
  },
  {
    en: 'About 35% of the Kharkiv region was without power.',
    uk: 'Близько 35 % Харківщини було без світла.',
    ru: 'Около 35 % Харьковской области было без света.',
  },
  {
    en: 'The hospital in Dnipro was founded in the 19th century.',
    uk: 'Лікарню у Дніпрі заснували в XIX столітті.',
    ru: 'Больницу в Днепре основали в XIX веке.',
  },
  {
    en: 'Dmytro Kuleba met his colleagues in Warsaw on 12 March.',
    uk: 'Дмитро Кулеба зустрівся з колегами у Варшаві 12 березня.',
    ru: 'Дмитрий Кулеба встретился с коллегами в Варшаве 12 марта.',
  },
  {
    en: 'The road is 48 km long; it was closed for 3 days.',
    uk: 'Дорога має 48 км завдовжки; її закрили на 3 дні.',
    ru: 'Дорога длиной 48 км; её закрыли на 3 дня.',
  },
  {
    en: 'Who will pay the 300 euros?',
    uk: 'Хто заплатить 300 євро?',
    ru: 'Кто заплатит 300 евро?',
  },
  {
    en: 'The Ukrainian delegation left Minsk without a statement.',
    uk: 'Українська делегація поїхала з Мінська без заяви.',
    ru: 'Украинская делегация уехала из Минска без заявления.',
  },
  {
    en: 'See https://example.org/report for all 26 pages.',
    uk: 'Усі 26 сторінок – на https://example.org/report у мережі.',
    ru: 'Все 26 страниц – на https://example.org/report в сети.',
  },
  {
    en: 'Write to press@example.org before 1 May.',
    uk: 'Пишіть на press@example.org до 1 травня.',
    ru: 'Пишите на press@example.org до 1 мая.',
  },
  {
    en: 'In Zaporizhzhia the temperature fell to −12 °C.',
    uk: 'У Запоріжжі температура впала до −12 °C.',
    ru: 'В Запорожье температура упала до −12 °C.',
  },
  {
    en: 'Valerii Zaluzhnyi wrote about it in November.',
    uk: 'Валерій Залужний писав про це в листопаді.',
    ru: 'Валерий Залужный писал об этом в ноябре.',
  },
  {
    en: 'The film “Spring” will be shown in Chernihiv.',
    uk: 'Фільм «Весна» покажуть у Чернігові.',
    ru: 'Фильм «Весна» покажут в Чернигове.',
  },
  {
    en: 'Petro Poroshenko and Yuliia Tymoshenko voted against.',
    uk: 'Петро Порошенко та Юлія Тимошенко голосували проти.',
    ru: 'Пётр Порошенко и Юлия Тимошенко голосовали против.',
  },
  {
    en: 'More than 120,000 people live in Uzhhorod.',
    uk: 'В Ужгороді живе понад 120 000 людей.',
    ru: 'В Ужгороде живёт более 120 000 человек.',
  },
  {
    en: 'The match ended 3:1 for the team from Poltava.',
    uk: 'Матч закінчився 3:1 на користь команди з Полтави.',
    ru: 'Матч закончился 3:1 в пользу команды из Полтавы.',
  },
  {
    en: 'Moscow denied the report.',
    uk: 'Москва заперечила це повідомлення.',
    ru: 'Москва опровергла это сообщение.',
  },
  {
    en: 'From 22 February to 8 April the library is closed.',
    uk: 'З 22 лютого до 8 квітня бібліотека не працює.',
    ru: 'С 22 февраля по 8 апреля библиотека не работает.',
  },
  {
    en: 'The family’s house in Bakhmut burned down.',
    uk: 'Сімейний дім у Бахмуті згорів.',
    ru: 'Семейный дом в Бахмуте сгорел.',
  },
  {
    en: 'They bought 15 kg of apples and 2 litres of milk.',
    uk: 'Вони купили 15 кг яблук і 2 літри молока.',
    ru: 'Они купили 15 кг яблок и 2 литра молока.',
  },
  {
    en: 'Kyiv’s position has not changed since 2019.',
    uk: 'Київська позиція не змінилася з 2019 року.',
    ru: 'Позиция Киева не изменилась с 2019 года.',
  },
  {
    en: 'Andrii Sybiha called the talks useful.',
    uk: 'Андрій Сибіга назвав переговори корисними.',
    ru: 'Андрей Сибига назвал переговоры полезными.',
  },
  {
    en: 'The price rose from $40 to $52.50.',
    uk: 'Ціна зросла з 40 до 52,50 долара.',
    ru: 'Цена выросла с 40 до 52,50 доллара.',
  },
  {
    en: 'The Dnipro is 2,201 km long.',
    uk: 'Дніпро має 2201 км завдовжки.',
    ru: 'Длина Днепра – 2201 км.',
  },
  {
    en: 'At 9 a.m. Viktor Yanukovych’s lawyers left the court.',
    uk: 'О 9:00 адвокати Віктора Януковича вийшли із суду.',
    ru: 'В 9:00 адвокаты Виктора Януковича вышли из суда.',
  },
  // names in all cases, words derived from them, pronouns and titles
  {
    en: 'Volodymyr Zelenskyy’s office denied it.',
    uk: 'Офіс Володимира Зеленського це заперечив.',
    ru: 'Офис Владимира Зеленского это опроверг.',
  },
  {
    en: 'They talked to Zelenskyy about Kharkiv.',
    uk: 'Із Зеленським говорили про Харків.',
    ru: 'С Зеленским говорили о Харькове.',
  },
  {
    en: 'Kharkiv residents thanked Oleh Syniehubov.',
    uk: 'Харків’яни подякували Олегові Синєгубову.',
    ru: 'Харьковчане поблагодарили Олега Синегубова.',
  },
  {
    en: 'A Kyiv court released the Odesa deputy.',
    uk: 'Київський суд відпустив одеського депутата.',
    ru: 'Киевский суд отпустил одесского депутата.',
  },
  {
    en: 'People from Kyiv go to Lviv less often.',
    uk: 'Кияни рідше їздять до Львова.',
    ru: 'Киевляне реже ездят во Львов.',
  },
  {
    en: 'The Mykolaiv region has no water.',
    uk: 'На Миколаївщині немає води.',
    ru: 'В Николаевской области нет воды.',
  },
  {
    en: 'Putin’s press secretary Dmitry Peskov was silent.',
    uk: 'Прессекретар Путіна Дмитро Пєсков мовчав.',
    ru: 'Пресс-секретарь Путина Дмитрий Песков молчал.',
  },
  {
    en: 'Mr Podoliak wrote that he was not in Moscow.',
    uk: 'Пан Подоляк написав, що він не був у Москві.',
    ru: 'Господин Подоляк написал, что он не был в Москве.',
  },
  {
    en: 'Yuliia Svyrydenko met Ursula von der Leyen in Brussels.',
    uk: 'Юлія Свириденко зустрілася з Урсулою фон дер Ляєн у Брюсселі.',
    ru: 'Юлия Свириденко встретилась с Урсулой фон дер Ляйен в Брюсселе.',
  },
  {
    en: 'The Verkhovna Rada voted for the law.',
    uk: 'Верховна Рада проголосувала за закон.',
    ru: 'Верховная Рада проголосовала за закон.',
  },
  {
    en: 'He was born in Dnipro and lives in Warsaw.',
    uk: 'Він народився у Дніпрі й живе у Варшаві.',
    ru: 'Он родился в Днепре и живёт в Варшаве.',
  },
  {
    en: 'Shells hit Kherson and the Kherson district.',
    uk: 'Снаряди влучили в Херсон і Херсонський район.',
    ru: 'Снаряды попали в Херсон и Херсонский район.',
  },
  {
    en: 'The Zaporizhzhia nuclear power plant is not working.',
    uk: 'Запорізька АЕС не працює.',
    ru: 'Запорожская АЭС не работает.',
  },
  {
    en: 'Bakhmut’s mayor spoke after Denys Shmyhal.',
    uk: 'Мер Бахмута виступив після Дениса Шмигаля.',
    ru: 'Мэр Бахмута выступил после Дениса Шмыгаля.',
  },
  {
    en: 'Chernihiv and Sumy are near the border.',
    uk: 'Чернігів і Суми – біля кордону.',
    ru: 'Чернигов и Сумы – возле границы.',
  },
  {
    en: 'The Chornobyl zone is closed to residents of Slavutych.',
    uk: 'Чорнобильська зона закрита для мешканців Славутича.',
    ru: 'Чернобыльская зона закрыта для жителей Славутича.',
  },
  {
    en: 'Alexander Lukashenko flew from Minsk to Moscow.',
    uk: 'Олександр Лукашенко полетів із Мінська до Москви.',
    ru: 'Александр Лукашенко полетел из Минска в Москву.',
  },
  {
    en: 'Valerii Zaluzhnyi and his wife left London.',
    uk: 'Валерій Залужний із дружиною поїхали з Лондона.',
    ru: 'Валерий Залужный с женой уехали из Лондона.',
  },
  {
    en: 'Oleksandr Syrskyi was in Pokrovsk; the commander saw the town.',
    uk: 'Олександр Сирський був у Покровську; командувач бачив місто.',
    ru: 'Александр Сырский был в Покровске; командующий видел город.',
  },
  {
    en: 'Crimean Tatars remember Simferopol.',
    uk: 'Кримські татари пам’ятають Сімферополь.',
    ru: 'Крымские татары помнят Симферополь.',
  },
  {
    en: 'The Poltava museum and the Vinnytsia theatre reopened.',
    uk: 'Полтавський музей і вінницький театр знову відкрито.',
    ru: 'Полтавский музей и винницкий театр снова открыты.',
  },
  {
    en: 'Ternopil Oblast and Rivne Oblast have a new road.',
    uk: 'Тернопільська й Рівненська області мають нову дорогу.',
    ru: 'У Тернопольской и Ровенской областей есть новая дорога.',
  },
  {
    en: 'Joe Biden and Emmanuel Macron spoke with Zelensky.',
    uk: 'Джо Байден та Емманюель Макрон говорили із Зеленським.',
    ru: 'Джо Байден и Эмманюэль Макрон говорили с Зеленским.',
  },
  {
    en: 'Donald Trump called Vladimir Putin on Monday.',
    uk: 'Дональд Трамп зателефонував Володимиру Путіну в понеділок.',
    ru: 'Дональд Трамп позвонил Владимиру Путину в понедельник.',
  },
  {
    en: 'Sergey Lavrov’s words surprised Dmytro Kuleba.',
    uk: 'Слова Сергія Лаврова здивували Дмитра Кулебу.',
    ru: 'Слова Сергея Лаврова удивили Дмитрия Кулебу.',
  },
  {
    en: 'Andriy Yermak went to Washington without Kuleba.',
    uk: 'Андрій Єрмак поїхав до Вашингтона без Кулеби.',
    ru: 'Андрей Ермак поехал в Вашингтон без Кулебы.',
  },
  {
    en: 'Vitali Klitschko opened a bridge in Kyiv.',
    uk: 'Віталій Кличко відкрив міст у Києві.',
    ru: 'Виталий Кличко открыл мост в Киеве.',
  },
  {
    en: 'Petro Poroshenko and Yulia Tymoshenko did not vote.',
    uk: 'Петро Порошенко та Юлія Тимошенко не голосували.',
    ru: 'Пётр Порошенко и Юлия Тимошенко не голосовали.',
  },
  {
    en: 'Izium, Kupiansk and Lyman were liberated.',
    uk: 'Ізюм, Куп’янськ і Лиман звільнено.',
    ru: 'Изюм, Купянск и Лиман освобождены.',
  },
  {
    en: 'Ukrainians in Poland read The New York Times.',
    uk: 'Українці в Польщі читають The New York Times.',
    ru: 'Украинцы в Польше читают The New York Times.',
  },
  {
    en: 'Zhytomyr residents and Uzhhorod residents will vote.',
    uk: 'Житомиряни та ужгородці голосуватимуть.',
    ru: 'Житомиряне и ужгородцы будут голосовать.',
  },
  {
    en: 'Kryvyi Rih’s position has not changed.',
    uk: 'Криворізька позиція не змінилася.',
    ru: 'Криворожская позиция не изменилась.',
  },
  {
    en: 'Ivano-Frankivsk is larger than Mukachevo.',
    uk: 'Івано-Франківськ більший за Мукачево.',
    ru: 'Ивано-Франковск больше Мукачево.',
  },
  {
    en: 'Mariupol’s defenders wrote to Rustem Umerov.',
    uk: 'Захисники Маріуполя написали Рустемові Умєрову.',
    ru: 'Защитники Мариуполя написали Рустему Умерову.',
  },
  {
    en: 'The Donetsk and Luhansk regions are in the east.',
    uk: 'Донеччина й Луганщина – на сході.',
    ru: 'Донецкая и Луганская области – на востоке.',
  },
  {
    en: 'Kyrylo Budanov said he would not go.',
    uk: 'Кирило Буданов сказав, що не поїде.',
    ru: 'Кирилл Буданов сказал, что не поедет.',
  },
  {
    en: 'The head of state arrived in Bila Tserkva.',
    uk: 'Глава держави прибув до Білої Церкви.',
    ru: 'Глава государства прибыл в Белую Церковь.',
  },
  {
    en: 'Khmelnytskyi has two stations, Lutsk one.',
    uk: 'У Хмельницькому два вокзали, у Луцьку один.',
    ru: 'В Хмельницком два вокзала, в Луцке один.',
  },
  {
    en: 'Recep Tayyip Erdogan received the president in Ankara.',
    uk: 'Реджеп Таїп Ердоган прийняв президента в Анкарі.',
    ru: 'Реджеп Тайип Эрдоган принял президента в Анкаре.',
  },
  {
    en: 'Odesa-born Anna and the Chernivtsi choir sang in Vilnius.',
    uk: 'Одеситка Анна та чернівецький хор співали у Вільнюсі.',
    ru: 'Одесситка Анна и черновицкий хор пели в Вильнюсе.',
  },
] as const

type Language = 'en' | 'uk' | 'ru'

/** One error in a translation of one of the sentences: what stands in it instead of what, and the rule that is to find it. */
export interface Slip {
  readonly from: Language
  readonly to: Language
  /** From 0. */
  readonly of: number
  readonly right: string
  readonly wrong: string
  readonly code: string
}

const slip = (from: Language, to: Language, of: number, right: string, wrong: string, code: string): Slip => ({
  from,
  to,
  of,
  right,
  wrong,
  code,
})

export const slips: readonly Slip[] = [
  slip('uk', 'en', 0, 'Zelenskyy', 'Zaluzhnyi', 'name-rendering'),
  slip('uk', 'en', 0, 'Volodymyr', 'Vladimir', 'name-rendering'),
  slip('uk', 'en', 0, 'June', 'July', 'date'),
  slip('uk', 'en', 0, '2023', '2032', 'number'),
  slip('uk', 'en', 1, 'Kyiv', 'Kiev', 'name-rendering'),
  slip('uk', 'en', 1, '1,250', '12,500', 'number'),
  slip('uk', 'en', 2, 'bridge,”', 'bridge,', 'quotes'),
  slip('uk', 'en', 2, 'Shmyhal', 'Shmygal', 'name-rendering'),
  slip('uk', 'en', 3, '11.5', '1.5', 'number'),
  slip('uk', 'en', 3, 'Odesa', 'Odessa', 'name-rendering'),
  slip('uk', 'en', 4, 'p.m.', 'a.m.', 'number'),
  slip('uk', 'en', 5, 'hryvnias', 'roubles', 'currency'),
  slip('uk', 'en', 6, 'Mykhailo Podoliak', 'Mykhailo Podoliyak', 'name-rendering'),
  slip('uk', 'en', 10, '48 km', '48 miles', 'unit'),
  slip('uk', 'en', 11, 'euros?', 'euros.', 'end-punctuation'),
  slip('uk', 'en', 13, 'org/report', 'org/repot', 'url-email'),
  slip('uk', 'en', 17, '“Spring”', '«Spring»', 'quotes'),
  slip('uk', 'en', 18, 'Poroshenko', 'Porosсhenko', 'look-alike-letters'),
  slip('uk', 'en', 22, '8 April', '9 April', 'number'),
  slip('uk', 'en', 26, 'the talks', 'the  talks', 'double-space'),
  slip('ru', 'en', 0, 'Lviv', 'Lvov', 'name-rendering'),
  slip('ru', 'en', 4, 'Vladimir Putin', 'Volodymyr Putin', 'name-rendering'),
  slip('ru', 'en', 4, '6:30', '6:13', 'number'),
  slip('ru', 'en', 8, '19th', '18th', 'number'),
  slip('ru', 'en', 9, '12 March', '12 May', 'date'),
  slip('ru', 'en', 12, 'Minsk', 'Moscow', 'name-rendering'),
  slip('ru', 'en', 14, 'press@', 'pres@', 'url-email'),
  slip('ru', 'en', 15, '−12', '−21', 'number'),
  slip('ru', 'en', 19, '120,000', '12,000', 'number'),
  slip('ru', 'en', 20, '3:1', '3:2', 'number'),
  slip('ru', 'en', 21, 'Moscow', 'Kyiv', 'name-rendering'),
  slip('ru', 'en', 24, '15 kg', '15 tonnes', 'unit'),
  slip('ru', 'en', 27, '$52.50', '€52.50', 'currency'),
  slip('ru', 'en', 29, 'court.', 'суда.', 'wrong-script'),
  slip('ru', 'en', 16, 'November', 'December', 'date'),
  slip('uk', 'ru', 0, 'Владимир', 'Володимир', 'name-rendering'),
  slip('uk', 'ru', 0, '5 июня', '5 июля', 'date'),
  slip('uk', 'ru', 1, '14', '41', 'number'),
  slip('uk', 'ru', 3, 'Харькова', 'Херсона', 'name-rendering'),
  slip('uk', 'ru', 5, 'гривен', 'рублей', 'currency'),
  slip('uk', 'ru', 10, '48 км', '48 м', 'unit'),
  slip('uk', 'ru', 17, '«Весна»', '«Весна', 'quotes'),
  slip('uk', 'ru', 18, 'Порошенко', 'Порошенкo', 'look-alike-letters'),
  slip('uk', 'ru', 23, 'Семейный', 'Сімейный', 'wrong-script'),
  slip('uk', 'ru', 19, '120 000 человек.', '120 000 человек', 'end-punctuation'),
  slip('uk', 'ru', 24, '2 литра', '3 литра', 'number'),
  slip('uk', 'ru', 6, 'семь', '8', 'number'),
  slip('uk', 'ru', 26, 'Сибига', 'Сыбига', 'name-rendering'),
  slip('ru', 'uk', 2, 'Шмигаль', 'Шмыгаль', 'wrong-script'),
  slip('ru', 'uk', 3, 'Одеси', 'Одесси', 'name-rendering'),
  slip('ru', 'uk', 4, '18:30', '19:30', 'number'),
  slip('ru', 'uk', 7, '35', '53', 'number'),
  slip('ru', 'uk', 9, 'березня', 'травня', 'date'),
  slip('ru', 'uk', 11, '300 євро', '300 доларів', 'currency'),
  slip('ru', 'uk', 15, 'Запоріжжі', 'Запорожжі', 'name-rendering'),
  slip('ru', 'uk', 20, 'Полтави', 'Сум', 'name-rendering'),
  slip('ru', 'uk', 22, '8 квітня', '8 серпня', 'date'),
  slip('ru', 'uk', 23, 'Сімейний', 'Сім`я', 'apostrophe'),
  slip('ru', 'uk', 25, '2019', '2009', 'number'),
  slip('ru', 'uk', 28, '2201', '2021', 'number'),
]
