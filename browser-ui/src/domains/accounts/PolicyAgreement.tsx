import { Checkbox, type CheckboxProps } from '@mantine/core';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';

/** To be ticked by whoever gets an account, once it names the version that they agree to. */
export function PolicyAgreement({ version, ...input }: { version: string | undefined } & CheckboxProps) {
  return (
    <Checkbox
      disabled={version === undefined}
      label={
        <>
          {texts.signUp.policy}
          <AnchorLink to="/policy" target="_blank" inherit>
            {texts.signUp.policyLink}
          </AnchorLink>
          {version === undefined ? '.' : texts.signUp.policyVersion(version)}
        </>
      }
      {...input}
    />
  );
}
