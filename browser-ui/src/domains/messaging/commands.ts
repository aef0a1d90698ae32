import { change, make, post } from '../../api/client';
import type { Answer, Body, PathOf } from '../../api/types';
import { useChange, useMake } from '../../shared/command';

export type Conversation = Answer<'/api/conversations/{id}'>;
export type Text = Conversation['texts'][number];

/** One text: a second one is another form's. */
export function useWriteText() {
  return useChange((body: Body<'/api/conversations', 'post'>, key) => make('/api/conversations', { body, key }));
}

type StepPath = Extract<PathOf<'post'>, `/api/conversations/{id}/${string}`>;

/** One step in a conversation: where it goes, and what it says. */
export type ConversationStep = {
  [P in StepPath]: [Body<P, 'post'>] extends [never] ? { path: P } : { path: P; body: Body<P, 'post'> };
}[StepPath];

/** Does a step to a conversation as it was seen. */
export function useConversationStep() {
  return useChange(({ conversation, step }: { conversation: Conversation; step: ConversationStep }, key) =>
    change(step.path, {
      params: { id: conversation.id },
      ...('body' in step ? { body: step.body } : {}),
      seen: { version: conversation.version, key },
    } as Parameters<typeof change<StepPath>>[1]),
  );
}

export function useConnectTwilio() {
  return useMake((body: Body<'/api/twilio-connection', 'post'>, key) => make('/api/twilio-connection', { body, key }));
}

export function useDisconnectTwilio() {
  return useMake((_: undefined, key) => make('/api/twilio-connection/disconnect', { key }));
}

export type Campaign = Answer<'/api/campaigns/{id}'>;

/** Texts many people. */
export function useStartCampaign() {
  return useMake((body: Body<'/api/campaigns', 'post'>, key) => make('/api/campaigns', { body, key }));
}

export type CampaignStep = 'pause' | 'resume' | 'cancel';

/** Has a campaign wait, go on or end, as it was seen. */
export function useCampaignStep() {
  return useChange(({ campaign, step }: { campaign: Campaign; step: CampaignStep }, key) =>
    change(`/api/campaigns/{id}/${step}`, {
      params: { id: campaign.id },
      seen: { version: campaign.version, key },
    }),
  );
}

/** Writes as the person at the other phone, where texting is only tried. */
export function replyFromPhone(number: string, body: string): Promise<void> {
  return post('/api/simulated-phones/reply', { number, body });
}

/** Has the next text fail, where texting is only tried. */
export function failNextText(errorCode: number): Promise<void> {
  return post('/api/simulated-phones/fail-next', { errorCode });
}
