/** One country's ordinary customers: how they are called, and how money and days are written there. */
export interface Country {
  readonly voice: string;
  readonly locale: string;
  readonly script: string;
  readonly names: readonly (readonly [given: string, family: string])[];
  readonly cities: readonly string[];
  readonly amounts: readonly string[];
  readonly dates: readonly string[];
}

const split = (text: string): string[] => text.split('; ');
const people = (text: string) =>
  split(text).map((name): readonly [string, string] => {
    const [given = '', family = ''] = name.split('/');
    return [given, family];
  });

export const COUNTRIES: readonly Country[] = [
  {
    voice: 'English',
    locale: 'en-US',
    script:
      'Hi <<first_name>>, thank you for your order at <<company>>! Your total is <<amount>> (tax included), and we ship to <<city>> on <<day>>. Order no. <<order>> — talk soon & take care.',
    names: people(
      "AJ/Smith; JP/O’Neill; Mary-Kate/Olsen; D’Andre/Jackson; Siobhán/O'Connor; Jo/de la Cruz; DeShawn/McDonald; J.R./Ewing; Sam/Von; Ka'imi/Kahananui; Ng/Vo; Bo/Li; Art/Null-Parker; X/Chen; Mark/St. John; Zoë/Washington; Robert/Downey Jr.; William/III; Mercedes/Major; Rex/King",
    ),
    cities: split("St. Louis; Winston-Salem; O’Fallon; Las Vegas; Coeur d'Alene"),
    amounts: split('$1,250.50; $99; USD 5,000; $0.99; $12,345,678.90; 1,000 USD; $5'),
    dates: split('3/14/2026; March 14, 2026; Mar 14; 14 March 2026; Sat, Mar 14'),
  },
  {
    voice: 'English',
    locale: 'en-GB',
    script:
      'Hello <<first_name>> – your cover with <<company>> renews on <<day>> for <<amount>> a year. That’s 10 % less than last year (no kidding!). See you in <<city>>; your reference is #<<order>>.',
    names: people(
      'Nigel/Smythe-Jones; Aoife/Ní Bhriain; Rhys/ap Gwilym; Ffion/Llewellyn; Hamish/MacLeod; Imogen/Poots; Cholmondeley/Fetherstonhaugh; Dame/Okoro; Lord/Adeyemi; Prince/Boateng; Tariq/Al-Farsi; Priya/Iyer; Jean-Luc/Picard; Bee/Gee; Ada/Lovelace; Alix/de Vere; Rowan/Tree; Seán/Ó Súilleabháin; Max/Power; Jools/Holland',
    ),
    cities: split('Stratford-upon-Avon; Llanfairpwll; King’s Lynn; Bury St Edmunds'),
    amounts: split('£1,250.50; £99; £5k; GBP 5,000; £12.00'),
    dates: split('14/03/2026; 14 March 2026; Sat 14 Mar; 14th March'),
  },
  {
    voice: 'German',
    locale: 'de-DE',
    script:
      'Hallo <<first_name>> <<last_name>>, vielen Dank für Ihre Bestellung bei der <<company>>. Der Betrag von <<amount>> ist am <<day>> fällig (zahlbar ohne Abzug), und wir liefern nach <<city>>. Ihre Nummer ist <<order>>.',
    names: people(
      'Jürgen/von der Leyen; Käthe/Groß; Hans-Peter/Müller-Lüdenscheidt; Ünal/Öztürk; Friedrich/Freiherr von Weizsäcker; Eberhard/Graf; Annelise/zu Guttenberg; Uwe/Ochs; Ilse/Strauß; Kai/Pflaume; Götz/Aly; Jörg/Nuhl; Max/Test-Hartmann; Birte/Ohlsen; Ole/Nahn; Emil/Dr; Gesine/Leer; Nils/Keiner; Ida/Prof; Mia/Von',
    ),
    cities: split('Frankfurt a. M.; Castrop-Rauxel; Köln; Garmisch-Partenkirchen'),
    amounts: split('1.250,50 €; 99 €; 12.345,67 EUR; 5,- €; 1.250 €; € 3.500,00'),
    dates: split('14.03.2026; 14. März 2026; 14.3.26; 14. Mai; Samstag, 14. März 2026'),
  },
  {
    voice: 'French',
    locale: 'fr-FR',
    script:
      'Bonjour <<first_name>> ! Merci pour votre commande chez « <<company>> ». Le montant de <<amount>> est dû le <<day>>, et nous livrons à <<city>> dans les 48 heures (hors week-end). Votre numéro : <<order>>.',
    names: people(
      'Jean/d’Ormesson; Anne-Sophie/de La Rochefoucauld; Loïc/Le Goff; Maëlys/L’Hermitte; Noël/Château; François-Xavier/Lefèvre; Zoé/Œuvrard; Guénolé/Kervella; Aïcha/Ben Saïd; Chloé/Ângel; Gérard/Du Pont; Élodie/N’Diaye; Océane/Ây; Hélène/Ýlmaz; Benoît/Lê; Inès/El Amrani; Marc/Aurèle; Rose/Printemps; Pierre/de Ronsard; Léa/Nguyễn',
    ),
    cities: split('L’Haÿ-les-Roses; Aix-en-Provence; Saint-Étienne; Nîmes'),
    amounts: split('1 250,50 €; 99 €; 12 345,67 €; 5 €; 1 250 euros'),
    dates: split('14/03/2026; 14 mars 2026; samedi 14 mars; 1er mai 2026; 14 août'),
  },
  {
    voice: 'Spanish',
    locale: 'es-MX',
    script:
      '¡Hola <<first_name>>! Muchas gracias por su compra en <<company>>. El total es de <<amount>> (IVA incluido) y llega a <<city>> el <<day>>. ¿Tiene dudas? Su pedido es el <<order>>, y estamos para ayudarle.',
    names: people(
      'José María/de la Fuente y Gómez; Íñigo/Ñáñez; María de los Ángeles/Peña; Concepción/Núñez; Ramón/y Cajal; Ángel/San Juan; Begoña/Echeverría; Xóchitl/Hernández; Jesús/Cruz; Dolores/Fuertes; Inmaculada/Núñez Feijóo; Paz/Vega; Sol/Ortega; Nieves/Álvarez; Rocío/Dúrcal; Iván/Zamorano; Lupe/Ruiz; Yahir/Peña; Señora Luz/Mora; Don/Omar',
    ).map(([given, family]): readonly [string, string] => [given.replace('Señora ', ''), family]),
    cities: split('San Luis Potosí; A Coruña; Cd. Juárez; Tlaquepaque'),
    amounts: split('$1,250.50; $99.00 MXN; MXN 5,000; $12,345'),
    dates: split('14/03/2026; 14 de marzo de 2026; sábado 14 de marzo; 5 de mayo'),
  },
  {
    voice: 'Portuguese',
    locale: 'pt-BR',
    script:
      'Olá, <<first_name>>! Obrigado por comprar na <<company>>. O valor de <<amount>> vence em <<day>>, e a entrega em <<city>> não tem custo (frete grátis). O seu pedido é o <<order>>. Até já!',
    names: people(
      'João/da Silva; Conceição/dos Santos; Antônio/d’Ávila; Luís/Vaz de Camões; Iná/Maçã; Ícaro/Ânjos; Ágata/Brandão; Ubiratã/e Souza; Thaís/Araújo; Zé/Ramalho; Assunção/Leão; Inês/Brasil; Cauã/Reymond; Núbia/Óliiver; Tainá/Müller; Maria/das Dores; Hermenegildo/Sá; Édson/Arantes; Rita/Lee; Ney/Mato Grosso',
    ),
    cities: split('São Paulo; São João del-Rei; Foz do Iguaçu; Pindamonhangaba'),
    amounts: split('R$ 1.250,50; R$ 99; R$ 12.345,67; R$5,00'),
    dates: split('14/03/2026; 14 de março de 2026; sábado, 14 de março; 1º de maio'),
  },
  {
    voice: 'Japanese',
    locale: 'ja-JP',
    script:
      '<<last_name>><<first_name>>様、このたびは<<company>>をご利用いただき、誠にありがとうございます。<<day>>に<<amount>>をお支払いください（税込）。<<city>>へお届けします。注文番号は<<order>>です。',
    names: people(
      '太郎/山田; 花子/佐藤; さくら/小林; リサ/ジャクソン; 健/東; 結衣/一; 翔/五十嵐; 美咲/渡邉; 勇/髙橋; 葵/林; 空/海; 一/鈴木; まゆ/丸; ケン/リー; 凛/森; 蓮/沢; 直人/藤堂; 彩/間; 新/無藤; 光/今',
    ),
    cities: split('東京都千代田区; 大阪市; 札幌市中央区; 京都'),
    amounts: split('¥1,250; 1,250円; ￥12,345; 99円'),
    dates: split('2026/03/14; 2026年3月14日; 3月14日(土); 3月14日'),
  },
  {
    voice: 'Chinese',
    locale: 'zh-CN',
    script:
      '<<last_name>><<first_name>>，您好！感谢您选择<<company>>。您的订单（编号<<order>>）金额为<<amount>>，将于<<day>>送达<<city>>。如有问题，请随时联系我们，谢谢！',
    names: people(
      '伟/王; 芳/李; 娜/张; 秀英/刘; 敏/陈; 静/欧阳; 强/司马; 磊/赵; 洋/黄; 艳/周; 勇/吴; 军/徐; 杰/孙; 涛/马; 明/朱; 超/胡; 霞/郭; 平/何; 刚/高; 一一/林',
    ),
    cities: split('北京市; 上海市浦东新区; 广州; 乌鲁木齐'),
    amounts: split('¥1,250.50; 1250元; ¥99; 12,345.67元'),
    dates: split('2026-03-14; 2026年3月14日; 3月14日; 2026/3/14'),
  },
  {
    voice: 'Arabic',
    locale: 'ar-EG',
    script:
      'مرحبًا <<first_name>>، شكرًا لطلبك من <<company>>. المبلغ المستحق هو <<amount>> بتاريخ <<day>>، وسيصل الطلب رقم <<order>> إلى <<city>> (شاملًا الضريبة). نتمنى لك يومًا سعيدًا!',
    names: people(
      'محمد/عبد الله; فاطمة/الزهراء; عبد الرحمن/بن علي; أبو بكر/الصديق; نور/الدين; آمنة/حسين; سارة/إبراهيم; علي/حسن; هدى/شعراوي; يوسف/شاهين; ليلى/مراد; عمر/الشريف; مريم/فخر الدين; خالد/النبوي; زينب/صدقي; طه/حسين; منى/زكي; أحمد/زويل; دنيا/سمير; كريم/عبد العزيز',
    ),
    cities: split('القاهرة; الإسكندرية; مدينة ٦ أكتوبر; أسوان'),
    amounts: split('١٬٢٥٠٫٥٠ ج.م.; 99 ج.م.; EGP 5,000; ١٢٣٤ جنيه'),
    dates: split('١٤ مارس ٢٠٢٦; 14/03/2026; ١٤/٣/٢٠٢٦; 14 مارس'),
  },
  {
    voice: 'Polish',
    locale: 'pl-PL',
    script:
      'Dzień dobry, <<first_name>>! Dziękujemy za zakupy w firmie <<company>>. Kwota <<amount>> jest płatna do <<day>>, a przesyłka do miasta <<city>> jest już w drodze (wysyłka gratis). Numer zamówienia to <<order>>.',
    names: people(
      'Zbigniew/Brzęczyszczykiewicz; Małgorzata/Kowalska-Nowak; Łukasz/Żółć; Święcisława/Gęś; Ewa/Ćwik; Źdźbło/Ósmy; Jan/Sobieski; Ola/Ong; Wojciech/Kilar; Jadwiga/Śliwińska; Grzegorz/Ciechowski; Anna/Maria Jopek; Ida/Świątek; Iga/Ó; Marek/Nul; Aniela/Krzywoń; Kuba/Wojewódzki; Bożena/Dykiel; Ksawery/Pruszyński; Krystyna/Janda',
    ),
    cities: split('Łódź; Bielsko-Biała; Świętochłowice; Zielona Góra'),
    amounts: split('1 250,50 zł; 99 zł; 12 345,67 PLN; 5,00 zł'),
    dates: split('14.03.2026; 14 marca 2026; sobota, 14 marca; 2026-03-14'),
  },
];

const COMPANIES = split(
  'Acme, Inc.; IBM; H&M; Müller & Söhne GmbH; L’Oréal S.A.; 7-Eleven; Toys "R" Us; 株式会社山田; P!nk Events; Null Labs',
);

export const CLEAN_HEADERS = [
  'first_name',
  'last_name',
  'email',
  'company',
  'city',
  'amount',
  'day',
  'order',
  'image',
  'locale',
  'voice_id',
  'script',
];

/** Two hundred rows, twenty of each country. Every second row names its locale. */
export function cleanRows(): readonly (readonly string[])[] {
  return COUNTRIES.flatMap((country) =>
    country.names.map(([given, family], at) => cleanRow(country, given, family, at)),
  );
}

/** The row of one customer. `at` chooses the rest and makes the address and the order its own. */
export function cleanRow(
  { voice, locale, script, cities, amounts, dates }: Country,
  given: string,
  family: string,
  at: number,
): string[] {
  const of = (list: readonly string[]): string => list[at % list.length] ?? '';
  return [
    given,
    family,
    `customer.${locale}.${at}@example.com`,
    of(COMPANIES),
    of(cities),
    of(amounts),
    of(dates),
    String(10_000 + at),
    at % 5 === 0 ? `https://cdn.example.com/gallery/${locale}-${at}.jpg` : '',
    at % 2 === 0 ? locale : '',
    voice,
    script,
  ];
}
