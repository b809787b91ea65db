import { excerpt, type Issue } from '../issue.ts';
import { SCENE_OPTIONS } from '../row/scene-script.ts';
import { isMergeName } from './merge-marks.ts';
import type { SpokenRow } from './spoken-row.ts';

/** Something in round or square brackets or between asterisks. */
const ASIDE =
  /\(([^()\n]{1,60})\)|\[([^[\]\n]{1,60})\](?!\()|(?<![*\p{L}\p{N}])\*([^*\n]{2,60})\*(?![*\p{L}\p{N}])|（([^（）\n]{1,30})）|【([^【】\n]{1,30})】|(?<!\{)\{([^{}\n]{2,40})\}(?!\})|(?<![~\p{L}\p{N}])~([^~\n]{2,40})~(?!~)|(?<!-)--([^-\n]{2,40})--(?!-)/gu;

/** A direction begins with one of these. */
const DIRECTION = new RegExp(
  `^(?:(?:he|she|they|speaker|avatar|slowly|softly|briefly|short|long|kurze?|lange|breve|courte|longue|brève|una|un|une|eine)\\s+)?(?:${[
    'waves?$|waves? (?:at|to|hello|goodbye|hands?|arms?|his|her|both|and)\\b|waving|smiles?$|smiles? (?:at|to|warmly|broadly|softly)\\b|smiles and\\b|smiling|laugh(?:s|ing|ter)?$|laughs\\b|chuckl(?:es?|ing)|giggl(?:es?|ing)|sigh(?:s|ing)?|nod(?:s|ding)?$|nods\\b|wink(?:s|ing)?$|winks\\b|whispers|whispering|whisper$|shrugs?$|clears (?:his |her |their )?throat|gasps?$|claps?$|applause$|pauses?$|pauses?,? (?:for|\\d)|pausing|\\d+[- ]?(?:s|sec|seconds?|sekunden?) pause|grins?$|grins\\b|grinning|bows$|bowing|speaks? (?:slowly|softly|quietly|loudly|up)|gestur(?:es?|ing)\\b|holds? up\\b|holding up\\b|raises? (?:an? |his |her |their |both )?(?:eyebrows?|hands?|arms?|fingers?|glass)|takes? a (?:deep |short )?(?:breath|bow|sip|step)|deep breath|shows the (?:product|screen|logo|camera)|thumbs up|slow$|slowly$|softly$|quietly$|warmly$|loudly$|in an? [a-z]+ (?:tone|voice)|voice-?over$|v\\.?o\\.?$|o\\.s\\.$|sfx\\b|b-roll|scene\\b|beat$|points (?:at|to)|pointing|looks (?:at|into|up|down|away)|looking (?:at|into|up|down|away)|turns to|walks (?:in|out|to|away)|enters$|enters (?:the|from)|exits$|cut to|fade (?:in|out)|zoom (?:in|out)|camera (?:on|pans|zooms|moves|off)|music$|music (?:plays|starts|fades|swells)|sound of|silence$|excited(?:ly)?$|happily$|sadly$|cheerful(?:ly)?$|enthusiastic(?:ally)?$|upbeat$|dramatic(?:ally)?$|dramatic pause',
    'smile\\.?$|laugh$|cough(?:s|ing)?$|cry(?:ing)?$|cries$|sobs?$|sniffs?$|yawns?$|whistles?$|hums$|knock(?:s|ing)?(?: on .*)?$|(?:phone|doorbell|bell) rings$|break$|emphasis$|emphasi[sz]e$|stress(?:ed)?$|jingle$|friendly$|excitement$|enthusiasm$|confident(?:ly)?$|serious(?:ly)?$|calm(?:ly)?$|gently$|energetic(?:ally)?$|professional(?:ly)?$|looks? (?:serious|happy|sad|surprised|worried|confused)$|slow(?:s|ing)? down$|slower$|faster$|louder$|quieter$|voice (?:trembl|break|crack|rais|lower|soft)\\p{L}*|(?:upbeat|friendly|serious|warm|soft|calm|excited|cheerful) (?:tone|voice|music)$|with (?:a )?(?:enthusiasm|excitement|emphasis|smile|energy|passion|warmth|laugh)\\b|to (?:the )?camera$|to (?:the )?audience$|(?:speaks|talks) to (?:the )?(?:camera|audience)|(?:holding|showing|shows|show|displays?) (?:the |a |our |his |her |their )?(?:product|logo|screen|box|phone|slide|image|picture|photo|video|chart|graph|text)s?\\b|on[- ]?screen\\b|screen:|text on screen|cut$|end$|intro$|outro$|intro music$|outro music$|sound effect|\\d+ ?s(?:ec(?:onds?)?)?$|pausing$',
    'stimme aus dem off|lächeln$|lachen$|nicken$|winken$|musik$|musik (?:spielt|setzt|wird)|applaus$|zeigt (?:auf|in|das|die|den)\\b|blick(?:t)? in (?:die )?kamera|schaut in\\b|atmet (?:tief|ein|aus)|hustet$|räuspert|sourire$|sourit$|en souriant$|riant$|rire$|clin d.œil$|regarde (?:la )?caméra|montre (?:le|la|son)\\b|riendo$|sonrisa$|risa$|guiña|mira a (?:la )?cámara|muestra (?:el|la)\\b|sorriso$|risata$|guarda in camera|indica (?:il|la|lo)\\b|rindo$|aponta para|lach(?:t|end)?$|knipoogt|muziek$|uśmiech\\p{L}*$|śmieje się|machnięcie|muzyka$|brawa$|ler$|skrattar$|vinkar$|nickar$|suckar$|smiler$|griner$|vinker$|ler(?: mot)?$|nauraa$|hymyilee$|heiluttaa$|gülümse\\p{L}*|güler$|gülüyor$|el sall\\p{L}*|alkış\\p{L}*|müzik$|duraklama$|nevet\\p{L}*$|mosolyog\\p{L}*|integet$|smích$|směje se|usmívá se|mává$|hudba$|zâmbește|râde$|музыка$|смех$|смеется|аплодисменты$|кивает|вздыхает|усміхається|сміється|γελάει|γελά$|χαμογελά\\p{L}*|μουσική$|παύση$|يضحك|يبتسم|يلوح|موسيقى$|وقفة$|웃음$|웃으며|미소$|박수$|음악$|손을 흔|挥手|招手|鼓掌|掌声|音乐$|笑声|大笑|微笑|暂停|拍手|一時停止|ため息|うなず|お辞儀|音楽$|cười$|mỉm cười|vẫy tay|vỗ tay|nhạc$|muskur|हँस|मुस्कुर|ताली',
    'winkt|grinst$|lächelt|lacht|lachend|lächelnd|nickt|seufzt|flüstert|zwinkert|pausa$|sonríe|sonriendo|saluda|ríe$|risas$|asiente|suspira|susurra|aplausos$|música$|sourit|souriant|rires?$|rit$|soupire|chuchote|fait un signe|fait signe|applaudissements$|musique$|sorride|saluta|ride$|risate$|sospira|annuisce|applausi$|musica$|sorri$|sorrindo|risos$|acena|zwaait|glimlacht|knikt|pauze$|macha|uśmiecha|śmiech$|pauza$|улыбается|машет|смеётся|смеется|пауза$|笑|微笑|拍手|間$|手を振る|停顿',
  ].join('|')})`,
  'iu',
);

/** A miswritten option of a scene is an issue of its own. */
const SCENE_OPTION = new RegExp(`^(?:${SCENE_OPTIONS.join('|')})(?![\\p{L}\\p{N}_-])`, 'iu');

const ASIDE_SIGNS = /[([*（【{~]|--/u;

/** Whether words in brackets or asterisks say what the speaker does. */
export function isDirection(words: string): boolean {
  return DIRECTION.test(words);
}

/** What an editor puts into square brackets is said like any aside: "[sic]", "[valid till Friday]". */
function isRemark(words: string): boolean {
  if (/^(?:sic|refurbished|annual|monthly|optional|updated|correction)$/iu.test(words)) return true;
  const first =
    /^(?:insert|add|enter|write|put|choose|select|your|name|their|client|customer|company|ihr|dein|su|tu|votre)(?!\p{L})/iu;
  return /\S\s+\S+\s+\S/u.test(words) && !first.test(words);
}

/** Warns of stage directions, which the voice would read out: "(waves)", "[pause]", "*smiles*". */
export function stageDirections({ texts, isColumn }: SpokenRow): Issue[] {
  for (const { column, text, frame } of texts) {
    if (!ASIDE_SIGNS.test(text)) continue;
    for (const [whole, ...insides] of text.matchAll(ASIDE)) {
      const inside = (insides.find((each) => each !== undefined) ?? '').trim();
      // Nothing else in square brackets is meant for the ear, either.
      if (SCENE_OPTION.test(inside)) continue;
      // In a cell they may belong to a name: "[Refurbished] Laptop".
      const inSquare =
        whole.startsWith('[') &&
        frame.includes(whole) &&
        /^\p{L}[\p{L}\p{N} ,.'’-]*$/u.test(inside) &&
        !isRemark(inside);
      if (!DIRECTION.test(inside) && (!inSquare || isMergeName(inside, isColumn))) continue;
      const isPause = /^(?:\S+ )?(?:pause|pausa|pauze|pauza|пауза|beat)/iu.test(inside);
      const remedy = isPause
        ? 'Write <break time="1s"/> for a pause.'
        : 'Delete it: what the speaker does cannot be written into the words.';
      const message = `“${excerpt(whole)}” would be read out like any other words of the ${column}. ${remedy}`;
      return [{ code: 'stage_direction', column, message }];
    }
  }
  return [];
}
