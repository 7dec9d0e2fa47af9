/** An item of CLAIM. */
export interface ChecklistItem {
  number: number;
  /** The part of a paper that it belongs to. */
  part: string;
  text: string;
}

/** The items by the part of a paper that they belong to, in their order. */
const parts: Readonly<Record<string, readonly string[]>> = {
  Title: [
    "Identification as a study of AI methodology, specifying the category of technology used",
  ],
  Abstract: ["Summary of study design, methods, results, and conclusions"],
  Introduction: [
    "Background, including the intended use and role of the AI approach",
    "Study aims, objectives, and hypotheses",
  ],
  "Methods, study design": ["Prospective or retrospective study", "Study goal"],
  "Methods, data": [
    "Data sources",
    "Inclusion and exclusion criteria",
    "Data preprocessing",
    "Selection of data subsets",
    "De-identification methods",
    "How missing data were handled",
    "Image acquisition protocol",
  ],
  "Methods, reference standard": [
    "Definition of the methods used to obtain the reference standard",
    "Rationale for choosing the reference standard",
    "Source of reference standard annotations",
    "Annotation of the test set",
    "Inter- and intrarater variability of the annotated features",
  ],
  "Methods, data partitions": [
    "How data were assigned to partitions",
    "Level at which partitions are disjoint",
  ],
  "Methods, testing data": ["Intended sample size"],
  "Methods, model": [
    "Detailed description of the model",
    "Software libraries, frameworks, and packages",
    "Initialization of model parameters",
  ],
  "Methods, training": [
    "Details of the training approach",
    "Method of selecting the final model",
    "Ensembling techniques",
  ],
  "Methods, evaluation": [
    "Metrics of model performance",
    "Statistical measures of significance and uncertainty",
    "Robustness or sensitivity analysis",
    "Methods for explainability or interpretability",
    "Evaluation on internal data",
    "Testing on external data",
    "Clinical trial registration",
  ],
  "Results, data": [
    "Numbers of patients or examinations included and excluded",
    "Demographic and clinical characteristics of cases in each partition",
  ],
  "Results, performance": [
    "Performance metrics and measures of statistical uncertainty",
    "Estimates of diagnostic performance and their precision",
    "Failure analysis of incorrect results",
  ],
  Discussion: [
    "Study limitations",
    "Implications for practice, including intended use or clinical role",
  ],
  "Other information": [
    "Reference to the full study protocol or to additional technical details",
    "Availability of software, trained model, and data",
    "Sources of funding and other support; role of funders",
  ],
};

/**
 * The Checklist for Artificial Intelligence in Medical Imaging: 2024 update (Tejani et al., Radiology: Artificial Intelligence
 * 2024;6(4):e240300), by its numbers.
 */
export const claim: readonly ChecklistItem[] = Object.entries(parts)
  .flatMap(([part, texts]) => texts.map((text) => ({ part, text })))
  .map((item, index) => ({ number: index + 1, ...item }));
