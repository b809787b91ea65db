import { escapeMarkup, wrapWords } from './markup.ts';
import { backdrop, bust, type PortraitSubject } from './portrait.ts';

const STYLE = `
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;background:#15161a;color:#eee;font:16px/1.5 system-ui,sans-serif}
main{width:min(94vw,880px)}h1{font-size:1.15rem;font-weight:600;margin:.8rem 0 .2rem;overflow-wrap:anywhere}
p.about{margin:0;color:#9aa0aa;font-size:.9rem}
.stage{position:relative;aspect-ratio:16/9;overflow:hidden;border-radius:12px}
.stage svg{position:absolute;inset:0;width:100%;height:100%}
.words span{position:absolute;left:6%;right:6%;bottom:12%;text-align:center;font-size:clamp(1rem,2.6vw,1.5rem);opacity:0;animation:word linear both}
.words b{background:#000b;border-radius:6px;padding:.15em .5em;font-weight:500;-webkit-box-decoration-break:clone;box-decoration-break:clone}
@keyframes word{0%{opacity:0}2%{opacity:1}98%{opacity:1}100%{opacity:0}}
.mouth{transform-box:fill-box;transform-origin:center;animation:talk .45s ease-in-out infinite alternate}
@keyframes talk{from{transform:scaleY(.35)}40%{transform:scaleY(1.6)}to{transform:scaleY(.8)}}
.head{animation:sway 5s ease-in-out infinite alternate}@keyframes sway{from{transform:translateX(-1.5px)}to{transform:translateX(1.5px)}}
.bar{position:absolute;left:0;bottom:0;height:5px;width:100%;background:#fff;transform-origin:left;animation:run linear both}
@keyframes run{from{transform:scaleX(0)}to{transform:scaleX(1)}}
label{position:absolute;inset:0;cursor:pointer}
label i{position:absolute;right:14px;top:12px;font-style:normal;background:#000a;border-radius:6px;padding:.1em .6em}
#pause:checked~.stage *{animation-play-state:paused!important}
#pause{position:absolute;opacity:0}#pause:focus-visible~.stage{outline:3px solid #6aa9ff}`;

/** Characters of one subtitle. */
const SUBTITLE = 60;

export interface PlayedVideo {
  readonly title: string;
  readonly script: string;
  readonly seconds: number;
  readonly about: string;
}

/** The subtitles, each with its share of the time in seconds. */
export function subtitles(script: string, seconds: number): { text: string; from: number; to: number }[] {
  const pieces = wrapWords(script.replace(/<break\b[^>]*>/gi, ' '), SUBTITLE);
  const letters = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let from = 0;
  return pieces.map((text) => {
    const to = from + (seconds * text.length) / Math.max(1, letters);
    const subtitle = { text, from, to };
    from = to;
    return subtitle;
  });
}

/** A page that plays the video as an animation: a speaking bust, subtitles and a progress bar. It runs no script. */
export function videoPage(video: PlayedVideo, speaker: PortraitSubject): string {
  const { from, to } = backdrop(speaker.id);
  const mouth = '<ellipse class="mouth" cx="100" cy="116" rx="10" ry="5" fill="#8a3b32"/>';
  const words = subtitles(video.script, video.seconds).map(
    (word) =>
      `<span style="animation-delay:${word.from.toFixed(2)}s;animation-duration:${(word.to - word.from).toFixed(2)}s"><b>${escapeMarkup(word.text)}</b></span>`,
  );
  const title = escapeMarkup(video.title === '' ? 'Untitled video' : video.title);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${title}</title><style>${STYLE}</style></head><body><main>`,
    '<input type="checkbox" id="pause" aria-label="Pause">',
    `<div class="stage" style="background:linear-gradient(135deg,${from},${to})">`,
    `<svg viewBox="0 0 355 200" role="img" aria-label="${escapeMarkup(speaker.name)}"><g transform="translate(78 0)"><g class="head">${bust(speaker, mouth)}</g></g></svg>`,
    `<div class="words">${words.join('')}</div>`,
    `<div class="bar" style="animation-duration:${video.seconds}s"></div>`,
    '<label for="pause" title="Click to pause or play"><i>simulated</i></label></div>',
    `<h1>${title}</h1><p class="about">${escapeMarkup(video.about)}</p>`,
    '</main></body></html>',
  ].join('');
}

/** A plain page with one sentence, for what cannot be played, or not yet. */
export function notePage(title: string, sentence: string): string {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeMarkup(title)}</h1><p class="about">${escapeMarkup(sentence)}</p></main></body></html>`,
  ].join('');
}

/** The subtitles as an SRT file. */
export function subtitleFile(script: string, seconds: number): string {
  const stamp = (at: number): string => {
    const all = Math.round(at * 1000);
    const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
    const hours = String(Math.floor(all / 3_600_000)).padStart(2, '0');
    return `${hours}:${two(all / 60_000)}:${two(all / 1000)},${String(all % 1000).padStart(3, '0')}`;
  };
  return subtitles(script, seconds)
    .map(({ text, from, to }, index) => `${index + 1}\n${stamp(from)} --> ${stamp(to)}\n${text}\n`)
    .join('\n');
}
