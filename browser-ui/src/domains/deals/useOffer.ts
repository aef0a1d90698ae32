import { useState } from 'react';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { usePrice } from './queries';
import { blankLine, finishLine, isBlank, type LineDraft, type QuoteLine } from './quoteLines';
import { filled } from './StepForms';

/** An offer while it is being written: its lines, the one in hand, and its terms. */
export interface Offer {
  lines: QuoteLine[];
  draft: LineDraft;
  editing: boolean;
  /** Why it can't be saved yet. */
  fault: string | undefined;
  validUntil: string;
  note: string;
  setDraft: (draft: LineDraft) => void;
  add: (line: QuoteLine) => void;
  edit: (index: number, draft: LineDraft) => void;
  remove: (index: number) => void;
  setValidUntil: (day: string) => void;
  setNote: (note: string) => void;
  /** The whole offer as it is sent; nothing, and a fault, where something is missing. */
  finish: () => { lines: QuoteLine[]; validUntil?: string; note?: string } | undefined;
}

export function useOffer(initial: () => { lines: QuoteLine[]; note: string }): Offer {
  const { currency } = useBusiness();
  const [lines, setLines] = useState(() => initial().lines);
  const [note, setNote] = useState(() => initial().note);
  const [validUntil, setValidUntil] = useState('');
  const [draft, setDraft] = useState(blankLine);
  const [edited, setEdited] = useState<number>();
  const [fault, setFault] = useState<string>();
  // The same question as the line's own card asks: it is answered once.
  const price = usePrice(
    draft.productId,
    draft.expiry,
    draft.condition === 'SLIGHT_DAMAGE' ? 'SLIGHT_DAMAGE' : 'PERFECT',
  );
  const withLine = (line: QuoteLine) =>
    edited === undefined ? [...lines, line] : lines.map((old, index) => (index === edited ? line : old));
  const settle = (next: QuoteLine[]) => {
    setLines(next);
    setEdited(undefined);
    setDraft(blankLine);
    setFault(undefined);
  };
  return {
    lines,
    draft,
    editing: edited !== undefined,
    fault,
    validUntil,
    note,
    setDraft,
    add: (line) => {
      settle(withLine(line));
    },
    edit: (index, next) => {
      setEdited(index);
      setDraft(next);
    },
    remove: (index) => {
      const rest = lines.filter((_, other) => other !== index);
      if (edited === undefined) setLines(rest);
      else settle(rest);
    },
    setValidUntil,
    setNote,
    finish: () => {
      // A finished line that was not added yet is meant to be on the offer; one that was only begun is never dropped unsaid.
      const last = edited === undefined && isBlank(draft) ? undefined : finishLine(draft, currency, price.data);
      if (last && 'faults' in last) {
        setFault(texts.quote.lineUnfinished);
        return undefined;
      }
      const all = last ? withLine(last.line) : lines;
      setFault(all.length === 0 ? texts.quote.linesNeeded : undefined);
      return all.length === 0
        ? undefined
        : { lines: all, ...filled('validUntil', validUntil), ...filled('note', note) };
    },
  };
}
