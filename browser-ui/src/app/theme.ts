import { Modal, createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';
import { texts } from '../texts';

/** The one accent: a calm blue-green. Everything else is grey; other colours are states only. */
const accent: MantineColorsTuple = [
  '#eaf5f7',
  '#d5e8ec',
  '#a8d1da',
  '#78b9c7',
  '#52a5b7',
  '#3a98ac',
  '#2b92a8',
  '#1c7f94',
  '#0b7285',
  '#005f71',
];

/** Greys for dark screens with the accent's cast: text first, then lines, then surfaces, the page last. */
const dark: MantineColorsTuple = [
  '#e3e6e9',
  '#b8bdc4',
  '#99a0a8',
  '#6b727a',
  '#3b4046',
  '#2e3237',
  '#222529',
  '#17191c',
  '#121416',
  '#0c0e10',
];

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '620' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': texts.common.close },
      },
    }),
  },
});

/** `public/theme.js` reads the same key before the first paint. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'medflip.theme' });
