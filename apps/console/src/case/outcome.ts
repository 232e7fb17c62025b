import { useTranslation } from 'react-i18next';

const words = {
  approve: 'outcomeApprove',
  reject: 'outcomeReject',
  return: 'outcomeReturn',
  submit: 'outcomeSubmit',
  resubmit: 'outcomeResubmit',
} as const;

const isWellKnown = (outcome: string): outcome is keyof typeof words => Object.hasOwn(words, outcome);

/** What was said, in the office's word. */
export function useOutcome(): (outcome: string) => string {
  const { t } = useTranslation('case');
  return (outcome) => (isWellKnown(outcome) ? t(words[outcome]) : outcome);
}
