import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

/** A word about a thing, in its row. */
export function Badge({
  tone = 'neutral',
  icon,
  children,
}: {
  readonly tone?: 'neutral' | 'accent' | 'success' | 'warning';
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className="cpb-Badge" data-tone={tone}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  );
}
