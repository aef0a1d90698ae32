import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem } from '../../api/problem';
import type { Command } from '../../shared/command';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { useTellDone } from '../../shared/undo';
import { texts } from '../../texts';
import { useBareStep, useStep, type Deal } from './commands';
import { OfferLink } from './OfferLink';
import { ClaimForm, LabelForm, MeetForm, ReturnForm, SettleForm } from './DeliveryForms';
import { AgreeForm, RequoteForm } from './InspectionForms';
import { PayoutForm } from './PayoutForms';
import { AcceptForm, ReasonForm, ReceiveForm } from './StepForms';

/** Steps that ask something first, each with its title. */
const DIALOGS = {
  accept: () => texts.deal.acceptTitle,
  receive: () => texts.deal.receiveTitle,
  requote: () => texts.deal.requoteTitle,
  agree: () => texts.deal.agreeTitle,
  giveUp: () => texts.deal.giveUpTitle,
  sendBack: () => texts.deal.sendBackTitle,
  pay: () => texts.deal.payTitle,
  label: () => texts.deal.labelTitle,
  meet: () => texts.deal.meetTitle,
  claim: () => texts.deal.claimTitle,
  settle: () => texts.deal.settleTitle,
  decline: (deal: Deal) => texts.deal.declineTitle(deal.customerName),
  cancel: (deal: Deal) => texts.deal.cancelTitle(deal.customerName),
  hold: () => texts.deal.holdTitle,
  link: () => texts.deal.linkTitle,
};
type Dialog = keyof typeof DIALOGS;

interface Choice {
  label: string;
  act: () => void;
  red?: boolean;
}

interface Choices {
  primary: Choice | undefined;
  others: Choice[];
  /** A step without a dialog of its own that was refused. */
  refused: { problem: Problem | undefined; clear: () => void } | undefined;
}

/** The one obvious next step of a deal; the others stand back in a menu. */
export function DealActions({ deal, onSell }: { deal: Deal; onSell: (lotId: string) => void }) {
  const [dialog, setDialog] = useState<Dialog>();
  const { primary, others, refused } = useChoices(deal, setDialog);
  const sellable = deal.lines.flatMap((line) => line.found).find((boxes) => boxes.lotId && boxes.onHand > 0)?.lotId;
  const close = () => {
    setDialog(undefined);
  };
  return (
    <>
      {primary && <Button onClick={primary.act}>{primary.label}</Button>}
      {sellable && (
        <Button
          variant={primary ? 'default' : 'filled'}
          onClick={() => {
            onSell(sellable);
          }}
        >
          {texts.deal.sell}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={texts.deal.moreActions}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((choice) => (
              <Menu.Item key={choice.label} onClick={choice.act} {...(choice.red ? { color: 'red' } : {})}>
                {choice.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={dialog !== undefined} onClose={close} title={dialog && DIALOGS[dialog](deal)}>
        {dialog && <DialogContent dialog={dialog} deal={deal} close={close} />}
      </Modal>
      <Modal opened={refused !== undefined} onClose={() => refused?.clear()} title={texts.deal.refused}>
        {refused?.problem && <ProblemBanner problem={refused.problem} />}
      </Modal>
    </>
  );
}

/** What can be done where the deal stands. */
function useChoices(deal: Deal, open: (dialog: Dialog) => void): Choices {
  const navigate = useNavigate();
  const params = { dealId: deal.id };
  const tellDone = useTellDone();
  const bare = (step: Command<Deal>, message: string) => () => {
    step.run(deal, (done) => {
      tellDone(message, done);
    });
  };
  const sent = useStep('/api/deals/{id}/sent');
  const noShow = useBareStep('/api/deals/{id}/no-show');
  const lost = useBareStep('/api/deals/{id}/lost');
  const release = useBareStep('/api/deals/{id}/release');
  const reopen = useBareStep('/api/deals/{id}/reopen');
  const donate = useBareStep('/api/deals/{id}/donate');
  const shut = useBareStep('/api/deals/{id}/close');

  const dialog = (name: Dialog, label: string, red = false): Choice => ({
    label,
    act: () => {
      open(name);
    },
    red,
  });
  const inspect = (meet: boolean): Choice => ({
    label: meet ? texts.deal.buyNow : texts.deal.inspect,
    act: () => void navigate({ to: '/deals/$dealId/inspect', params, search: meet ? { meet } : {} }),
  });
  const revise: Choice = {
    label: texts.deal.revise,
    act: () => void navigate({ to: '/deals/$dealId/revise', params }),
  };
  const accept = dialog('accept', texts.deal.accept);
  const receive = dialog('receive', texts.deal.receive);
  const label = dialog('label', texts.deal.label);
  const meet = dialog('meet', texts.deal.meet);
  const cancel = dialog('cancel', texts.deal.cancel, true);
  const hold: Choice[] = deal.hold ? [] : [dialog('hold', texts.deal.hold)];
  const settle: Choice[] =
    deal.claim && !deal.claim.settledOn ? [dialog('settle', texts.deal.settle)] : [dialog('claim', texts.deal.claim)];
  const missed: Choice[] = deal.appointment
    ? [{ label: texts.deal.noShow, act: bare(noShow, texts.deal.noShowDone) }]
    : [];
  const reopenIt: Choice = { label: texts.deal.reopen, act: bare(reopen, texts.deal.reopened) };
  const send: Choice = {
    label: texts.deal.sent,
    act: () => {
      sent.run({ deal, body: {} }, (done) => {
        tellDone(texts.deal.sentDone, done);
      });
    },
  };
  const giveBack: Choice[] =
    deal.toReturn > 0
      ? [dialog('sendBack', texts.deal.sendBack), { label: texts.deal.donate, act: bare(donate, texts.deal.donated) }]
      : [];
  const toPost = [send, label, meet, inspect(true), ...missed, ...hold, cancel];

  const choices = (): [Choice | undefined, ...Choice[]] => {
    switch (deal.state) {
      case 'QUOTED':
        return [
          accept,
          dialog('link', texts.deal.link),
          revise,
          meet,
          inspect(true),
          ...missed,
          dialog('decline', texts.deal.decline),
          ...hold,
          cancel,
        ];
      case 'ACCEPTED':
      case 'AWAITING_SHIPMENT':
        return [receive, ...toPost];
      case 'SCHEDULED':
        return [inspect(true), receive, send, label, meet, ...missed, ...hold, cancel];
      case 'IN_TRANSIT':
        return [
          receive,
          { label: texts.deal.lost, act: bare(lost, texts.deal.lostDone) },
          label,
          ...settle,
          ...hold,
          cancel,
        ];
      case 'LOST':
        return [settle[0], receive, ...hold, cancel];
      case 'RECEIVED':
        return [inspect(false), dialog('giveUp', texts.deal.giveUp, true), ...hold];
      case 'REQUOTED':
        return [
          dialog('agree', texts.deal.agree),
          dialog('link', texts.deal.requoteLink),
          inspect(false),
          dialog('giveUp', texts.deal.giveUp, true),
          ...hold,
        ];
      case 'AGREED':
        return [dialog('pay', texts.deal.pay), ...giveBack, ...hold];
      case 'PAID':
        return deal.imported
          ? [undefined]
          : [undefined, ...giveBack, { label: texts.deal.close, act: bare(shut, texts.deal.closed) }];
      case 'RETURNING':
        return [giveBack[0], ...giveBack.slice(1)];
      case 'CLOSED':
        return [undefined, ...(deal.closedOn ? [reopenIt] : [])];
      case 'DECLINED':
        return [revise, reopenIt];
      case 'EXPIRED':
        return [revise];
      case 'CANCELLED':
        return [reopenIt, ...(deal.acceptedOn ? [] : [revise])];
      default:
        return [undefined];
    }
  };
  const [first, ...rest] = choices();
  const refused = [sent, noShow, lost, release, reopen, donate, shut].find((step) => step.problem);
  if (!deal.hold) return { primary: first, others: rest, refused };
  const releaseIt: Choice = { label: texts.deal.release, act: bare(release, texts.deal.released) };
  return { primary: releaseIt, others: [...(first ? [first] : []), ...rest], refused };
}

function DialogContent({ dialog, deal, close }: { dialog: Dialog; deal: Deal; close: () => void }) {
  const navigate = useNavigate();
  const step = { deal, close };
  switch (dialog) {
    case 'accept':
      return <AcceptForm {...step} />;
    case 'receive':
      return (
        <ReceiveForm
          {...step}
          then={() => void navigate({ to: '/deals/$dealId/inspect', params: { dealId: deal.id } })}
        />
      );
    case 'link':
      return <OfferLink {...step} />;
    case 'requote':
      return <RequoteForm {...step} />;
    case 'agree':
      return <AgreeForm {...step} />;
    case 'sendBack':
      return <ReturnForm {...step} />;
    case 'pay':
      return <PayoutForm {...step} />;
    case 'label':
      return <LabelForm {...step} />;
    case 'meet':
      return <MeetForm {...step} />;
    case 'claim':
      return <ClaimForm {...step} />;
    case 'settle':
      return <SettleForm {...step} />;
    case 'giveUp':
      return (
        <ReasonForm
          {...step}
          path="/api/deals/{id}/give-up"
          text={texts.deal.giveUpText}
          submit={texts.deal.giveUpSubmit}
          done={texts.deal.givenUp}
        />
      );
    case 'decline':
      return (
        <ReasonForm
          {...step}
          path="/api/deals/{id}/decline"
          text={texts.deal.declineText}
          submit={texts.deal.declineSubmit}
          done={texts.deal.declined}
        />
      );
    case 'cancel':
      return (
        <ReasonForm
          {...step}
          path="/api/deals/{id}/cancel"
          text={texts.deal.cancelText}
          submit={texts.deal.cancelSubmit}
          done={texts.deal.cancelled}
        />
      );
    case 'hold':
      return (
        <ReasonForm
          {...step}
          path="/api/deals/{id}/hold"
          text={texts.deal.holdText}
          submit={texts.deal.hold}
          done={texts.deal.held}
        />
      );
  }
}
