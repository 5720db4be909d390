import { useState } from 'react';

/** The date where the user is, as `yyyy-MM-dd`, as it was when the component was mounted. */
export function useToday(): string {
  const [today] = useState(() => localDate(new Date()));
  return today;
}

function localDate(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
