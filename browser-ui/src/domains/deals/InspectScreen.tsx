import { Button, Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { sum } from '../../shared/format';
import { useTellDone } from '../../shared/undo';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useBareStep, useStep, type Deal } from './commands';
import { lineWorth } from './dealLines';
import { AgreeForm, RequoteForm } from './InspectionForms';
import { Bar, Frame, Lines } from './InspectionParts';
import { MeetingInspection } from './MeetingInspection';
import { useDeal } from './queries';
import { ReasonForm } from './StepForms';

const route = getRouteApi('/signed-in/deals/$dealId/inspect');

/** Is it what was promised? Line by line; at a meeting all of it is saved at the end, in one step. */
export function InspectScreen() {
  const { dealId } = route.useParams();
  const { meet } = route.useSearch();
  const deal = useDeal(dealId);
  return (
    <Loaded query={deal} skeleton={<SkeletonLines />}>
      {(data) => (meet ? <MeetingInspection key={data.id} deal={data} /> : <Inspection key={data.id} deal={data} />)}
    </Loaded>
  );
}

/** Boxes on the table: each line is saved as it is looked at. */
function Inspection({ deal }: { deal: Deal }) {
  const { currency } = useBusiness();
  const navigate = useNavigate();
  const inspect = useStep('/api/deals/{id}/inspect');
  const tellDone = useTellDone();
  const rest = useBareStep('/api/deals/{id}/inspect-rest-as-quoted');
  const [dialog, setDialog] = useState<'requote' | 'agree' | 'giveUp'>();
  const close = () => {
    setDialog(undefined);
  };
  const open = deal.state === 'RECEIVED' || deal.state === 'REQUOTED';
  const complete = deal.lines.every((line) => line.inspected);
  const total = sum(
    deal.lines.map((line) => lineWorth(line, currency)),
    currency,
  );
  const less = total.minor < deal.quoted.minor;
  const toDeal = () => void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
  const problem = inspect.problem ?? rest.problem;
  return (
    <Frame deal={deal}>
      {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
      <Lines
        deal={deal}
        lines={deal.lines}
        locked={!open}
        pending={inspect.pending}
        onInspect={(body, then) => {
          inspect.run({ deal, body }, (done) => {
            tellDone(texts.deal.lineSaved, done);
            then();
          });
        }}
      />
      <Bar total={total} deal={deal}>
        {open && !complete && (
          <Button
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={rest.pending}
            onClick={() => {
              rest.run(deal);
            }}
          >
            {texts.deal.allAsQuoted}
          </Button>
        )}
        {open && (
          <Button
            size="md"
            variant="default"
            color="red"
            onClick={() => {
              setDialog('giveUp');
            }}
          >
            {texts.deal.giveUp}
          </Button>
        )}
        {open && complete && (
          <Button
            size="md"
            onClick={() => {
              setDialog(less && deal.state === 'RECEIVED' ? 'requote' : 'agree');
            }}
          >
            {less && deal.state === 'RECEIVED' ? texts.deal.requote : texts.deal.agree}
          </Button>
        )}
        {!open && (
          <Button size="md" onClick={toDeal}>
            {texts.deal.toInspect}
          </Button>
        )}
      </Bar>
      <Modal opened={dialog === 'requote'} onClose={close} title={texts.deal.requoteTitle}>
        {dialog && <RequoteForm deal={deal} close={close} />}
      </Modal>
      <Modal opened={dialog === 'agree'} onClose={close} title={texts.deal.agreeTitle}>
        {dialog && <AgreeForm deal={deal} close={close} then={toDeal} />}
      </Modal>
      <Modal opened={dialog === 'giveUp'} onClose={close} title={texts.deal.giveUpTitle}>
        {dialog && (
          <ReasonForm
            deal={deal}
            close={close}
            then={toDeal}
            path="/api/deals/{id}/give-up"
            text={texts.deal.giveUpText}
            submit={texts.deal.giveUpSubmit}
            done={texts.deal.givenUp}
          />
        )}
      </Modal>
    </Frame>
  );
}
