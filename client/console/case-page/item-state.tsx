import { useTranslation } from 'react-i18next';

const TONES: Readonly<Record<string, string>> = {
  granted: 'good', refused: 'bad', notAccepted: 'bad', withdrawn: '', dropped: '', outOfScope: '', deficient: 'warn', awaitingCorrection: 'warn', uncorrected: 'warn', blocked: 'warn',
};

/** How an item stands, as a chip. */
export function ItemState({ state }: { readonly state: string }) {
  const { t } = useTranslation('app');
  return <span className={`chip ${TONES[state] ?? 'open'}`}>{t(`itemState.${state}`, state)}</span>;
}
