/** An item of CLAIM. */
export interface ChecklistItem {
  number: number;
  /** The part of a paper that it belongs to. */
  part: string;
  text: string;
}

/**
 * The Checklist for Artificial Intelligence in Medical Imaging: 2024 update (Tejani et al., Radiology: Artificial Intelligence
 * 2024;6(4):e240300), by its numbers.
 */
export const claim: readonly ChecklistItem[] = [
  [
    "Title",
    1,
    "Identification as a study of AI methodology, specifying the category of technology used",
  ],
  ["Abstract", 2, "Summary of study design, methods, results, and conclusions"],
  ["Introduction", 3, "Background, including the intended use and role of the AI approach"],
  ["Introduction", 4, "Study aims, objectives, and hypotheses"],
  ["Methods, study design", 5, "Prospective or retrospective study"],
  ["Methods, study design", 6, "Study goal"],
  ["Methods, data", 7, "Data sources"],
  ["Methods, data", 8, "Inclusion and exclusion criteria"],
  ["Methods, data", 9, "Data preprocessing"],
  ["Methods, data", 10, "Selection of data subsets"],
  ["Methods, data", 11, "De-identification methods"],
  ["Methods, data", 12, "How missing data were handled"],
  ["Methods, data", 13, "Image acquisition protocol"],
  [
    "Methods, reference standard",
    14,
    "Definition of the methods used to obtain the reference standard",
  ],
  ["Methods, reference standard", 15, "Rationale for choosing the reference standard"],
  ["Methods, reference standard", 16, "Source of reference standard annotations"],
  ["Methods, reference standard", 17, "Annotation of the test set"],
  [
    "Methods, reference standard",
    18,
    "Inter- and intrarater variability of the annotated features",
  ],
  ["Methods, data partitions", 19, "How data were assigned to partitions"],
  ["Methods, data partitions", 20, "Level at which partitions are disjoint"],
  ["Methods, testing data", 21, "Intended sample size"],
  ["Methods, model", 22, "Detailed description of the model"],
  ["Methods, model", 23, "Software libraries, frameworks, and packages"],
  ["Methods, model", 24, "Initialization of model parameters"],
  ["Methods, training", 25, "Details of the training approach"],
  ["Methods, training", 26, "Method of selecting the final model"],
  ["Methods, training", 27, "Ensembling techniques"],
  ["Methods, evaluation", 28, "Metrics of model performance"],
  ["Methods, evaluation", 29, "Statistical measures of significance and uncertainty"],
  ["Methods, evaluation", 30, "Robustness or sensitivity analysis"],
  ["Methods, evaluation", 31, "Methods for explainability or interpretability"],
  ["Methods, evaluation", 32, "Evaluation on internal data"],
  ["Methods, evaluation", 33, "Testing on external data"],
  ["Methods, evaluation", 34, "Clinical trial registration"],
  ["Results, data", 35, "Numbers of patients or examinations included and excluded"],
  ["Results, data", 36, "Demographic and clinical characteristics of cases in each partition"],
  ["Results, performance", 37, "Performance metrics and measures of statistical uncertainty"],
  ["Results, performance", 38, "Estimates of diagnostic performance and their precision"],
  ["Results, performance", 39, "Failure analysis of incorrect results"],
  ["Discussion", 40, "Study limitations"],
  ["Discussion", 41, "Implications for practice, including intended use or clinical role"],
  [
    "Other information",
    42,
    "Reference to the full study protocol or to additional technical details",
  ],
  ["Other information", 43, "Availability of software, trained model, and data"],
  ["Other information", 44, "Sources of funding and other support; role of funders"],
].map(([part, number, text]) => ({ part, number, text }) as ChecklistItem);
