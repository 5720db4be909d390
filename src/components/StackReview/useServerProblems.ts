import { useMemo } from 'react';
import type { ProfileFinding } from '../../adapters/ProfileAdapter';
import {
  manifestTextId,
  valuesTextId,
  type LayerStack,
  type StackLayer,
} from '../../model/layerStack';
import { offsetAt, positionAt } from '../../model/textDiagnostic';
import { formatPath } from '../Diagnostics/diagnosticText';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { layerOfFinding } from '../StackWork/serverFindings';
import { sharedMessages } from '../ui/messages';
import { stackReviewMessages, type StackReviewMessages } from './messages';
import type { Problem } from './Problem';
import type { ReviewTarget } from './ReviewTarget';

/** What the backend says, each with the way to what it is about, as far as the backend tells. */
export function useServerProblems(
  stack: LayerStack,
  findings: readonly ProfileFinding[] | undefined,
): readonly Problem[] {
  const messages = useMessages('StackReview', stackReviewMessages);
  const shared = useMessages('Shared', sharedMessages);
  return useMemo(
    () =>
      (findings ?? []).map((found): Problem => {
        const { severity, message: text, field } = found;
        const layer = layerOfFinding(stack, found);
        if (layer !== null) {
          const layerName = shared.layerNames[layer.kind];
          return { severity, text, ...placeInLayer(messages, stack, layer, layerName, found) };
        }
        if (field === undefined) {
          return { severity, text, place: messages.server, target: null, targetName: '' };
        }
        return {
          severity,
          text,
          place: messages.serverPlace(messages.infoTitle),
          target: { stepId: 'info', field },
          targetName: messages.infoTitle,
        };
      }),
    [findings, stack, messages, shared],
  );
}

function placeInLayer(
  messages: StackReviewMessages,
  stack: LayerStack,
  layer: StackLayer,
  layerName: string,
  { manifest: manifestName, line, column = 1, path }: ProfileFinding,
): Pick<Problem, 'place' | 'target' | 'targetName'> {
  const manifest =
    manifestName === undefined
      ? undefined
      : layer.manifests.find(({ name }) => name.trim() === manifestName.trim());
  const place =
    manifest === undefined ? layerName : messages.manifestPlace(layerName, manifest.name);
  const textId = manifest === undefined ? valuesTextId(layer) : manifestTextId(manifest.id);
  const text = textId === null ? undefined : stack.texts[textId]?.text;
  const inLayer = { stepId: 'layers', layerId: layer.id } satisfies ReviewTarget;
  const shown = { place: messages.serverPlace(place) };
  // Of a manifest that is not there, no text can be shown.
  const isKnown = manifestName === undefined || manifest !== undefined;
  if (textId === null || text === undefined || !isKnown) {
    return { ...shown, target: inLayer, targetName: place };
  }
  if (line === undefined && path !== undefined && path.length > 0) {
    return {
      ...shown,
      target: { ...inLayer, at: { textId, path } },
      targetName: messages.keyPlace(place, formatPath(path)),
    };
  }
  if (line === undefined && manifest === undefined) {
    return { ...shown, target: inLayer, targetName: place };
  }
  const from = line === undefined ? 0 : offsetAt(text, line, column);
  const at = positionAt(text, from);
  return {
    ...shown,
    target: { ...inLayer, place: { textId, from, to: from, path: path ?? [] } },
    targetName: line === undefined ? place : messages.linePlace(place, at.line, at.column),
  };
}
