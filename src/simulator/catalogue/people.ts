/** Characters of the catalogue. The first four belong to looks that are always there: they keep their places. */
export const PEOPLE: readonly { readonly name: string; readonly gender: 'female' | 'male' }[] = (
  'Anna f,Marcus m,Priya f,Tomas m,Amara f,Kenji m,Sofia f,Daniel m,Leila f,Oscar m,Ingrid f,Mateo m,' +
  'Grace f,Wei m,Fatima f,Lukas m,Chloe f,Kwame m,Nora f,Rafael m,Yuki f,Omar m,Elena f,Samuel m,' +
  'Zara f,Viktor m,Mei f,Diego m,Hanna f,Arjun m,Beatriz f,Noah m,Aisha f,Emil m,Camille f,Jamal m,' +
  'Katarina f,Liam m,Rosa f,Hiroshi m,Maya f,Pavel m,Simone f,Andre m,Astrid f,Rohan m,Lucia f,Felix m'
)
  .split(',')
  .map((entry) => {
    const [name = '', letter] = entry.split(' ');
    return { name, gender: letter === 'f' ? 'female' : 'male' };
  });

export const PLACES: readonly [string, ...string[]] = [
  'Office',
  'Studio',
  'Outdoor',
  'Lounge',
  'Library',
  'Kitchen',
  'Street',
  'Classroom',
  'Clinic',
  'Workshop',
  'Garden',
  'Boardroom',
  'Podcast',
  'Gallery',
  'Terrace',
  'Newsroom',
];

export const VIEWS: readonly [string, ...string[]] = ['Front', 'Side', 'Closeup', 'Sitting', 'Walking'];

export const OUTFITS: readonly [string, ...string[]] = [
  'navy suit',
  'white shirt',
  'knit sweater',
  'denim jacket',
  'lab coat',
  'summer dress',
  'polo shirt',
  'blazer',
];

/** Languages as HeyGen writes them. A language that stands here more often has more voices. */
export const LANGUAGES: readonly [string, ...string[]] = [
  'English',
  'English',
  'Spanish',
  'German',
  'English',
  'French',
  'Portuguese',
  'Italian',
  'Multilingual',
  'Dutch',
  'Polish',
  'Japanese',
  'Hindi',
  'Chinese',
  'Arabic',
  'Swedish',
  'Turkish',
  'Korean',
];

export const MOODS: readonly [string, ...string[]] = [
  'Calm',
  'Friendly',
  'Bright',
  'Newscaster',
  'Warm',
  'Cheerful',
  'Serious',
  'Narrator',
];

/** Names that a careless page or spreadsheet would execute. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "'; DROP TABLE looks; --",
  '=IMPORTXML("https://example.com","//a")',
  '\u202Etxt.exe \u0000 name',
  `${'very long name '.repeat(40)}end`,
];
