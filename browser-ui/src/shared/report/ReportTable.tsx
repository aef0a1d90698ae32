import { Paper, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Profit } from '../figures';
import { texts } from '../../texts';
import { cellText, isFigure, isRight, type Report, type ReportColumn } from './cells';

type Row = Report['rows'][number];

/** A report as a table: its rows, the latest month first, and what they add up to. */
export function ReportTable({ report }: { report: Report }) {
  const inTime = report.columns[0]?.kind === 'MONTH';
  const rows = inTime ? report.rows.toReversed() : report.rows;
  const summed = report.total.cells.some((cell) => cell !== '');
  return (
    <Paper withBorder radius="md" className="tableFrame">
      <Table className="dense" verticalSpacing={7} aria-label={report.about.title}>
        <Table.Thead>
          <Table.Tr>
            {report.columns.map((column) => (
              <Table.Th key={column.id} className={isRight(column.kind) ? 'right' : ''}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={index} className="row">
              {report.columns.map((column, place) => (
                <Table.Td key={column.id} className={isRight(column.kind) ? 'right' : ''}>
                  <CellLink report={report} row={row} first={place === 0}>
                    <Cell report={report} column={column} value={row.cells[place] ?? ''} />
                  </CellLink>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {summed && (
          <Table.Tfoot>
            <Table.Tr>
              {report.columns.map((column, place) => (
                <Table.Td key={column.id} className={isRight(column.kind) ? 'right strong' : 'strong'}>
                  {place === 0 ? (
                    texts.reports.total
                  ) : (
                    <Cell report={report} column={column} value={report.total.cells[place] ?? ''} />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
      {report.rowCount > report.rows.length && (
        <Text size="sm" c="dimmed" p="sm">
          {texts.reports.more(report.rows.length, report.rowCount)}
        </Text>
      )}
    </Paper>
  );
}

function Cell({ report, column, value }: { report: Report; column: ReportColumn; value: string | number }) {
  if (column.kind === 'PROFIT' && value !== '') {
    return <Profit value={{ minor: Number(value), currency: report.currency }} />;
  }
  const text = cellText(column.kind, value, report.currency);
  return isFigure(column.kind) ? <span className="figures">{text}</span> : text;
}

/** The first cell leads to what the row is about. */
function CellLink({ report, row, first, children }: { report: Report; row: Row; first: boolean; children: ReactNode }) {
  if (!first || !row.link) return children;
  switch (report.about.link) {
    case 'DEAL':
      return (
        <Link to="/deals/$dealId" params={{ dealId: row.link }} className="rowLink">
          {children}
        </Link>
      );
    case 'CUSTOMER':
      return (
        <Link to="/people/$customerId" params={{ customerId: row.link }} className="rowLink">
          {children}
        </Link>
      );
    case 'LOT':
      return (
        <Link to="/stock/$lotId" params={{ lotId: row.link }} className="rowLink">
          {children}
        </Link>
      );
    case 'SALE':
      return (
        <Link to="/sales/$saleId" params={{ saleId: row.link }} className="rowLink">
          {children}
        </Link>
      );
    default:
      return children;
  }
}
