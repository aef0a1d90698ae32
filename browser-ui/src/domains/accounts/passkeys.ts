import { ask } from '../../api/client';
import { Problem } from '../../api/problem';
import { texts } from '../../texts';

/** ES256, EdDSA and RS256, by their numbers in the register of COSE. */
const ALGORITHMS = [-7, -8, -257];

/** Whether this browser can make and use passkeys. */
export const passkeysWork =
  typeof PublicKeyCredential !== 'undefined' && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Has the device make a passkey, which it asks its person for; what it answers, as the server wants it. */
export async function makePasskey(email: string): Promise<string> {
  const offered = await ask('/api/passkeys/offer');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
    challenge: offered.challenge,
    rp: { id: offered.host, name: texts.product },
    user: { id: offered.userHandle, name: email, displayName: email },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: offered.known.map((id) => ({ type: 'public-key', id })),
    attestation: 'none',
  });
  return answerOf(navigator.credentials.create({ publicKey }));
}

/** Has a passkey of this device answer, which it asks its person for. */
export async function askPasskey(): Promise<string> {
  const asked = await ask('/api/sign-in/passkey/ask');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    challenge: asked.challenge,
    rpId: asked.host,
    userVerification: 'required',
  });
  return answerOf(navigator.credentials.get({ publicKey }));
}

async function answerOf(answering: Promise<Credential | null>): Promise<string> {
  try {
    const answer = await answering;
    if (answer instanceof PublicKeyCredential) return JSON.stringify(answer.toJSON());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  // The person closed the device's dialog, or the device has no fitting key: which, it tells nobody.
  throw new Problem('passkey-unanswered', 0);
}
