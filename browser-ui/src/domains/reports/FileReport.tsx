import { Button } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { tell, tellProblem } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useFileReport } from './commands';
import { useEffect } from 'react';

/** Files the report with the filter in force. */
export function FileReport({ report, query }: { report: string; query: object }) {
  const writes = useMay('write');
  const file = useFileReport();
  useEffect(() => {
    if (file.problem) tellProblem(file.problem);
  }, [file.problem]);
  if (!writes) return null;
  const filter = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''),
  ).toString();
  return (
    <Button
      variant="default"
      size="sm"
      loading={file.pending}
      leftSection={<IconFileCheck size={16} aria-hidden />}
      onClick={() => {
        file.run({ report, filter }, () => {
          tell(texts.filed.done);
        });
      }}
    >
      {texts.filed.file}
    </Button>
  );
}
