/**
 * Fields that HeyGen takes since its schema was published in July 2026, and in which kinds of video. A newer
 * publication has them: then they leave this list.
 */
export const NEWER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  // Since August 2026.
  brand_glossary_id: ['avatar', 'image', 'studio'],
};

/** What the published schema can say something about. */
export function withoutNewer(body: object, arm: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => NEWER_FIELDS[name]?.includes(arm) !== true),
  );
}
