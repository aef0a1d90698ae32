import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { useTellDone } from '../../shared/undo';
import { Loaded, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useCorrectTrip, useRecordTrip, useRestoreTrip, useVoidTrip } from './commands';
import { useMileageRates, useTrip } from './queries';
import { TripForm, valuesOf } from './TripForm';
import { VoidStep } from './VoidStep';

export function AddTripDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={texts.mileage.addTitle}>
      <AddTrip onClose={onClose} />
    </Modal>
  );
}

function AddTrip({ onClose }: { onClose: () => void }) {
  const record = useRecordTrip();
  const tellDone = useTellDone();
  return (
    <TripForm
      initial={{}}
      command={record}
      onCancel={onClose}
      onSubmit={(body) => {
        record.run(body, (done) => {
          onClose();
          tellDone(texts.mileage.saved, done);
        });
      }}
    />
  );
}

/** One trip, to look at, correct or void; closed while none is given. */
export function TripDialog({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  return (
    <Modal opened={id !== undefined} onClose={onClose} title={texts.mileage.editTitle}>
      {id && <EditTrip id={id} onClose={onClose} />}
    </Modal>
  );
}

function EditTrip({ id, onClose }: { id: string; onClose: () => void }) {
  const trip = useTrip(id);
  const rates = useMileageRates();
  return (
    <Loaded query={rates} skeleton={<SkeletonLines lines={6} />}>
      {(known) => (
        <Loaded query={trip} skeleton={<SkeletonLines lines={6} />}>
          {(data) => <Edit trip={data} rates={known} onClose={onClose} />}
        </Loaded>
      )}
    </Loaded>
  );
}

interface EditProps {
  trip: Answer<'/api/mileage/{id}'>;
  rates: Answer<'/api/mileage/rates'>;
  onClose: () => void;
}

/** Saves against the version that the form was filled from, so that nobody's change is overwritten unseen. */
function Edit({ trip, rates, onClose }: EditProps) {
  const [seen] = useState(trip);
  const correct = useCorrectTrip();
  const voiding = useVoidTrip();
  const tellDone = useTellDone();
  const restoring = useRestoreTrip();
  const step = (
    <VoidStep
      of={trip}
      words={{
        title: texts.mileage.voidTitle,
        text: texts.mileage.voidText,
        submit: texts.mileage.voidSubmit,
        done: texts.mileage.voided,
      }}
      voiding={voiding}
      restoring={restoring}
      onDone={onClose}
    />
  );
  return (
    <Stack>
      {trip.voided && step}
      <TripForm
        initial={valuesOf(seen, rates)}
        command={correct}
        onCancel={onClose}
        onSubmit={(body) => {
          correct.run({ trip: seen, ...body }, (done) => {
            onClose();
            tellDone(texts.mileage.saved, done);
          });
        }}
      />
      {!trip.voided && step}
    </Stack>
  );
}
