export const layerStackViewMessages = {
  /** Accessible name of the list of layers, and its heading. */
  label: 'Profile stack',
  /** In front of the accessible name of a layer: what is shown of it follows. */
  layerPrefix: (position: number, all: number, layer: string) =>
    `Layer ${position} of ${all}, ${layer},`,
  /** In a layer without a pack. */
  notChosen: 'Not chosen',
  /** In a layer whose version is missing. */
  noVersion: 'No version chosen',
  /** Mark of a layer whose values differ from the defaults. */
  edited: 'Values edited',
  /** Count of attached manifests. */
  manifestCount: (count: number) => (count === 1 ? '1 manifest' : `${count} manifests`),
};

export type LayerStackViewMessages = typeof layerStackViewMessages;
