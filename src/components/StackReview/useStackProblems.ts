import { useMemo } from 'react';
import type { LayerDiagnostic } from '../../model/diagnostics';
import { manifestTextId, type LayerStack } from '../../model/layerStack';
import { positionAt } from '../../model/textDiagnostic';
import type { VariableDiagnostic } from '../../model/variableChecks';
import { diagnosticText } from '../Diagnostics/diagnosticText';
import { diagnosticsMessages } from '../Diagnostics/messages';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { variablesPanelMessages } from '../VariablesPanel/messages';
import { variableFaultText } from '../VariablesPanel/variableFaultText';
import { stackReviewMessages } from './messages';
import type { Problem } from './Problem';

export interface StackProblemsOptions {
  readonly stack: LayerStack;
  readonly findings: readonly LayerDiagnostic[];
  readonly variables: readonly VariableDiagnostic[];
  readonly cloudName: string;
}

/** Findings about layers, texts and variables in words, each with the way to its place. */
export function useStackProblems({
  stack,
  findings,
  variables,
  cloudName,
}: StackProblemsOptions): readonly Problem[] {
  const messages = useMessages('StackReview', stackReviewMessages);
  const sentences = useMessages('Diagnostics', diagnosticsMessages);
  const variableWords = useMessages('VariablesPanel', variablesPanelMessages);
  const shared = useMessages('Shared', sharedMessages);
  return useMemo(
    () => [
      ...findings.map((found): Problem => {
        const layerName = shared.layerNames[found.kind];
        const { manifestId } = found;
        const manifest = stack.layers
          .find(({ id }) => id === found.layerId)
          ?.manifests.find(({ id }) => id === manifestId)?.name;
        const place =
          manifest === undefined ? layerName : messages.manifestPlace(layerName, manifest);
        const text = found.place === undefined ? undefined : stack.texts[found.place.textId]?.text;
        const at =
          found.place === undefined || text === undefined
            ? null
            : positionAt(text, found.place.from);
        return {
          severity: found.severity,
          text: diagnosticText(sentences, found, cloudName),
          place,
          target: {
            stepId: 'layers',
            layerId: found.layerId,
            place: found.place ?? (manifestId === undefined ? undefined : beginOf(manifestId)),
          },
          targetName: at === null ? place : messages.linePlace(place, at.line, at.column),
        };
      }),
      ...variables.map((found): Problem => {
        const place = messages.variablePlace(found.variableName || variableWords.unnamed);
        return {
          severity: found.severity,
          text: variableFaultText(variableWords, found),
          place,
          target: {
            stepId: 'layers',
            layerId: null,
            opensVariables: true,
            variableName: found.variableName,
          },
          targetName: place,
        };
      }),
    ],
    [findings, variables, stack, cloudName, messages, sentences, variableWords, shared],
  );
}

/** What is wrong with a manifest as a whole is put right where it is open. */
function beginOf(manifestId: string) {
  return { textId: manifestTextId(manifestId), from: 0, to: 0, path: [] };
}
