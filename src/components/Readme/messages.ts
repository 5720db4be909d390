/** Words of a pack's README. */
export const readmeMessages = {
  /** What is loading until the README is shown, for screen readers. */
  readme: 'the README',
  /** Heading in place of a README that a pack does not have. */
  none: 'This pack has no README',
  /** Under that heading. */
  noneAdvice:
    'A README tells what a pack installs, which values matter and what it needs. For this one, see the comments in its values or ask whoever maintains its registry.',
  /** Heading over the README as plain text, when it could not be shown formatted. */
  failed: 'The README could not be formatted.',
  /** Under that heading. */
  failedAdvice: 'Here it is as plain text.',
  /** Stands for an image without words; a link to it, where it lies elsewhere. */
  image: 'Image',
};

export type ReadmeMessages = typeof readmeMessages;
