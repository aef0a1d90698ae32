import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { tierText, type SheetLine } from './priceDraft';
import { readSheet } from './queries';

/** A buyer's message or a CSV file, understood line by line before anything is taken. */
export function PasteSheet({ onTake }: { onTake: (lines: SheetLine[]) => void }) {
  const [text, setText] = useState('');
  const [lines, setLines] = useState<SheetLine[]>();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState(false);

  const preview = async (sheet: string) => {
    setPending(true);
    try {
      const read = await readSheet(sheet);
      setLines(read.lines);
      setProblem(undefined);
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    } finally {
      setPending(false);
    }
  };

  const good = lines?.filter((line) => line.fault === undefined) ?? [];
  return (
    <Stack gap="sm">
      <Textarea
        label={texts.prices.pasteLabel}
        placeholder={texts.prices.pastePlaceholder}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setLines(undefined);
        }}
      />
      <Group justify="space-between">
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          inputProps={{ 'aria-label': texts.prices.chooseFile }}
          onChange={(file) => {
            void file?.text().then((read) => {
              setText(read);
              return preview(read);
            });
          }}
        >
          {(props) => (
            <Button {...props} variant="default">
              {texts.prices.chooseFile}
            </Button>
          )}
        </FileButton>
        <Button variant="light" disabled={!text.trim()} loading={pending} onClick={() => void preview(text)}>
          {texts.prices.preview}
        </Button>
      </Group>
      {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
      {lines && (
        <>
          <ul className="rows" aria-label={texts.prices.preview}>
            {lines.map((line) => (
              <li key={line.number}>
                <Understood line={line} />
              </li>
            ))}
          </ul>
          <Group justify="flex-end">
            <Button
              disabled={good.length === 0}
              onClick={() => {
                onTake(good);
                setText('');
                setLines(undefined);
              }}
            >
              {texts.prices.take(good.length, lines.length)}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Understood({ line }: { line: SheetLine }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      {line.fault === undefined ? (
        <IconCheck size={18} color="var(--mantine-color-green-6)" aria-hidden />
      ) : (
        <IconAlertTriangle size={18} color="var(--mantine-color-orange-6)" aria-hidden />
      )}
      <div style={{ minWidth: 0 }}>
        <Text size="sm" c="dimmed">
          {line.number}. {line.text}
        </Text>
        {line.fault === undefined ? (
          <Text size="sm" className="numbers">
            <b>{line.item}</b>{' '}
            {line.tiers.map((tier) => `${texts.prices.tier(tier.fromMonths)} ${tierText(tier)}`).join(' · ')}
          </Text>
        ) : (
          <Text size="sm">{line.fault}</Text>
        )}
      </div>
    </Group>
  );
}
