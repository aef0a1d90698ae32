import { change, make, post, replace } from '../../api/client';
import type { Answer, Body, PathOf } from '../../api/types';
import { useChange, useMake } from '../../shared/command';
import { copyFile } from '../../shared/files';
import type { Template } from './queries';

export type Conversation = Answer<'/api/conversations/{id}'>;
export type Text = Conversation['texts'][number];

/** One text: a second one is another form's. */
export function useWriteText() {
  return useChange((body: Body<'/api/conversations', 'post'>, key) => make('/api/conversations', { body, key }));
}

/** These are said whatever came in meanwhile; all else of what was seen. */
type Unversioned =
  | '/api/conversations/{id}/seen'
  | '/api/conversations/{id}/assign'
  | '/api/conversations/{id}/opt-out'
  | '/api/conversations/{id}/opt-out/review';

type StepPath = Exclude<Extract<PathOf<'post'>, `/api/conversations/{id}/${string}`>, Unversioned>;

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

type Deal = Answer<'/api/deals/{id}'>;

/** Adds a picture that somebody sent to a line of their deal: a copy, which is about them from then on. */
export function useAddToDeal() {
  return useChange(async ({ deal, line, pictureId }: { deal: Deal; line: number; pictureId: string }, key) => {
    const photo = await copyFile(pictureId, key, deal.customerId);
    return change('/api/deals/{id}/photos', {
      params: { id: deal.id },
      body: { line, photoIds: [photo.id] },
      seen: { version: deal.version, key },
    });
  });
}

/** Says that a conversation was seen up to a text. */
export function useMarkSeen() {
  return useChange(({ id, textId }: { id: string; textId: string }, key) =>
    make('/api/conversations/{id}/seen', { params: { id }, body: { textId }, key }),
  );
}

/** Says who answers; nobody in particular without a member. */
export function useAssign() {
  return useChange(({ id, memberId }: { id: string; memberId?: string }, key) =>
    make('/api/conversations/{id}/assign', { params: { id }, body: memberId ? { memberId } : {}, key }),
  );
}

/** Stops all texts to a person. */
export function useOptOut() {
  return useChange((id: string, key) => make('/api/conversations/{id}/opt-out', { params: { id }, key }));
}

/** Says whether a text means that its writer wants no more. */
export function useReviewOptOut() {
  return useChange(({ id, ...body }: { id: string } & Body<'/api/conversations/{id}/opt-out/review', 'post'>, key) =>
    make('/api/conversations/{id}/opt-out/review', { params: { id }, body, key }),
  );
}

type TemplateWords = Body<'/api/text-templates', 'post'>;

export function useAddTemplate() {
  return useMake((body: TemplateWords, key) => make('/api/text-templates', { body, key }));
}

export function useCorrectTemplate() {
  return useChange(({ template, body }: { template: Template; body: TemplateWords }, key) =>
    replace('/api/text-templates/{id}', {
      params: { id: template.id },
      body,
      seen: { version: template.version, key },
    }),
  );
}

export function useRemoveTemplate() {
  return useChange((template: Template, key) =>
    change('/api/text-templates/{id}/remove', {
      params: { id: template.id },
      seen: { version: template.version, key },
    }),
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
export function replyFromPhone(number: string, body: string, withPhoto = false): Promise<void> {
  return post('/api/simulated-phones/reply', { number, body, withPhoto });
}

/** Has the next text fail, where texting is only tried. */
export function failNextText(errorCode: number): Promise<void> {
  return post('/api/simulated-phones/fail-next', { errorCode });
}
