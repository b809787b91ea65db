/** Families of operations that HeyGen has and the simulator does not play. */
const FAMILIES = [
  'ai-clipping',
  'audio',
  'background-removals',
  'brand-kits',
  'lipsyncs',
  'models',
  'video-agents',
  'video-translations',
];

/** Single operations that it does not play either. `{}` stands for one id. */
const OPERATIONS: readonly string[] = [
  'GET /v3/assets/{}',
  'DELETE /v3/assets/{}',
  'POST /v3/assets/direct-uploads',
  'POST /v3/assets/{}/complete',
  'POST /v3/avatars',
  'DELETE /v3/avatars/{}',
  'POST /v3/avatars/{}/consent',
  'PATCH /v3/avatars/looks/{}',
  'DELETE /v3/avatars/looks/{}',
  'POST /v3/templates',
  'PATCH /v3/templates/{}',
  'DELETE /v3/templates/{}',
  'GET /v3/videos/{}/scenes',
  'POST /v3/voices',
  'POST /v3/voices/clone',
  'DELETE /v3/voices/{}',
];

/** Whether HeyGen has the operation although the simulator does not play it. */
export function isNotSimulated(method: string, path: string): boolean {
  const [, version = '', family = ''] = path.split('/');
  if (version === 'v3' && FAMILIES.includes(family)) return true;
  return OPERATIONS.some((operation) => {
    const places = operation.split('/');
    const segments = `${method} ${path}`.split('/');
    return (
      places.length === segments.length &&
      places.every((place, index) => place === '{}' || place === segments[index])
    );
  });
}
