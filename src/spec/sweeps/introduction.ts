/** How schema/sweep.md begins. */
export const sweepIntroduction = `# Sweeps

Written by \`bun run generate\` from sweep.schema.json and src/spec/sweeps/introduction.ts. Edit those instead.

A sweep is a YAML file beside the experiments that it runs many times. \`bun run exp sweep lr\` runs
\`experiments/lr.sweep.yaml\`, and writes \`runs/lr/sweep-001\`.

**Two networks, five seeds each.** Each trial is judged as a run is, and the difference is told with its interval.

\`\`\`yaml
# yaml-language-server: $schema=../schema/sweep.schema.json
experiment: [small.yaml, large.yaml]
vary: { seed: { seeds: 5 } } # the experiment's own seed and those that follow it
\`\`\`

**Cross-validation by patients.** Each fold is the test split once, so that the folds together judge each image exactly once;
\`data.labels.columns.group\` or \`data.split.group\` keeps the images of a patient in one fold.
Validation images (\`data.split.validation\`) are taken out of the other folds; \`data.split.test\` plays no part.

\`\`\`yaml
experiment: mammography.yaml
vary: { fold: { folds: 5, repeats: 2 } }
\`\`\`

**A search.** With an \`objective\` no trial sees the test images. The setting with the best mean over its seeds is trained once
more, and judged on the test images, in \`winner/\`.

\`\`\`yaml
experiment: baseline.yaml
vary:
  train.optimizer.adam.learningRate: { log: [0.0001, 0.01] }
  model.layers[0].conv.filters: [16, 32] # a key is a setting as --set takes it
  train.epochs: { integer: [20, 60] }
  seed: { seeds: 3 }
search: tpe # grid, random, sobol, tpe or halving
trials: 60 # runs in all: 20 settings with 3 seeds each
objective: { maximise: auc }
run: { workers: 4 }
\`\`\`

- **A setting** is one choice of the values under \`vary\`; its **trials** are its runs with each seed and fold. A key is written as
  \`--set\` takes it, layers by their position or their name. Within \`{ }\`, YAML wants a key with brackets in
  quotes: \`"model.layers[0].conv.filters"\`. A key of one value, such as \`train.epochs: [20]\`, is set in every trial, and does
  not count as varied.
- **A kind is varied as a whole**: \`train.optimizer: [{ adam: { learningRate: 0.001 } }, { sgd: { learningRate: 0.1 } }]\`. A key into
  another optimizer, schedule, loss or layer than the experiment has, or than the key before put there, is refused.
- **A seed** starts all that is drawn in a run: the weights, the order, and the split where \`data.split\` draws one. In a search
  whose test images are drawn the split stays that of the experiment's own seed, so that no image by which the winner is
  judged was one to learn from.
- **Folds and an objective** do not go together: every image is a test image of some fold, and none is left to judge a winner.

**Many machines.** \`run: { slurm: { partition: cpu, cpus: 2, memory: 4G, time: 01:00:00, array: 50 } }\` makes each trial a task of an
array job of Slurm. \`exp sweep lr\` waits for them, \`--submit\` leaves them to the queue, \`exp sweep status lr\` shows each,
\`--resume\` collects. Time limits, lost nodes and a killed \`exp sweep\` change no bit. [How to set it up](../src/sweep/slurm/README.md)

## The same, whatever happens

The same sweep gives the same trials and the same \`summary.json\`, byte for byte, with any number of workers, and after any kill:
\`bun run exp sweep lr --resume\` goes on from what \`trials.jsonl\` and the trials' folders say, and nothing else. A trial that was
interrupted goes on from its checkpoint; one that is finished is believed where its files still have the hashes in its manifest. A
sweep, an experiment or an image that was changed since is refused by name. The first Ctrl-C keeps the state of all trials and
ends; a second ends at once. A worker that dies is told, and its trial goes on in another one; a trial whose worker dies twice, or
whose loss is no longer a number, counts as failed, and its setting never wins.

\`--resume --trials 80\` tries more settings in a finished search, as if it had been asked for so many at first. Where one of
these is the best, it is judged on the test images in place of the winner before: decide on the number of trials without
looking at that figure.

What that costs: a proposal may only follow from results of earlier trials that are fixed beforehand.

- \`grid\`, \`random\` and \`sobol\` follow from nothing.
- \`tpe\` proposes in generations: all settings of one follow from the results of those before, so that at a generation's end
  workers wait for its slowest trial. \`generation\` is best a multiple of the number of workers.
- \`halving\` (the stopping rule of ASHA) holds a trial at each rung against the trials of lower numbers alone, and lets it go on
  where it is among the best 1/eta of these. It waits there for trials of lower numbers that are not as far yet; they started
  earlier, so the wait is short, but a worker trains nothing meanwhile. A rung looks at the best epoch so far of what
  \`history.csv\` has: loss, accuracy, or what \`train.earlyStopping\` monitors.
- A schedule that ends with the training (\`cosine\`, \`oneCycle\`) is that of all epochs, also of trials that are ended early.

## What it comes to

\`summary.json\` has for each setting the mean over its trials, their standard deviation and, over seeds, the 95 % interval of
the mean by Student's t. Over folds there is no such interval: they share their training images. Two settings are compared trial
against trial: over folds by the corrected resampled t-test of Nadeau and Bengio, over seeds by the paired t-test, which
tells what comes of the seeds alone. With several comparisons some are below 0.05 by chance; p is not adjusted for that.

The predictions of all folds are put together, once for each repeat: \`pooled\` has their figures with intervals, by whole
patients where images have groups, and the accuracy of always answering the most frequent class. The report has the figures of
each fold, and says in words how the folds were made, for the methods of a paper.

Of a search it tells how much better the best setting looks than it is (bootstrap over the validation images: the best is chosen
on those that are drawn, and judged by those that are not), and warns where seeds of one setting differ by more than the best is
ahead of the median setting.

## The folder

\`\`\`text
runs/lr/sweep-001/
  sweep.yaml             the file as it was; experiments/1/ an experiment with the files that it extends
  resolved.json          every value, defaults included
  trials.jsonl           a line per trial, written before it starts: its settings, seed and fold
  trials/0001/ …         each a run like any other, but for charts and report, which exp charts draws
  winner/                the best setting, judged on the test images
  summary.json           what the trials come to; no times and no hosts
  trials.csv             a row per trial
  pooled/                the predictions of all folds together, each image once
  charts/, report.html   drawn from the text
  README.md              what it comes to, for a forge to show
  manifest.json          times, workers, host
\`\`\`

\`exp list\` shows a sweep in a line, \`exp list lr/sweep-001\` its trials; \`exp diff\`, \`exp predict\`, \`exp verify\` and the like take a
trial as they take a run. \`exp rm lr/sweep-001\` removes a sweep with all its trials.

## Every key`;
