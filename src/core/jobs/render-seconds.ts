/** HeyGen says that a render takes about this long once it has a slot. */
const USUAL_RENDER_SECONDS = 300;

/** How many rounds of renders the account's slots need for so many videos, each at HeyGen's usual time. */
export function renderSeconds(videos: number, slots: number): number {
  return Math.ceil(videos / Math.max(1, slots)) * USUAL_RENDER_SECONDS;
}
