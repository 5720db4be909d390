export const layerWorkspaceMessages = {
  /** Accessible name of the buttons of the narrow layout: what is shown of a layer. */
  show: 'Show',
  /** The buttons: the choice of pack and version, or the text. */
  choice: 'Choose',
  text: 'Text',
};

export type LayerWorkspaceMessages = typeof layerWorkspaceMessages;
