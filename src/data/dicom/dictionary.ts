/**
 * Elements by their names in the standard (PS3.6): those that tell of an image, its making and its patient what a set of
 * images is sorted by. Any other is known by its number.
 */
const elements = {
  ImageType: 0x00080008,
  SOPClassUID: 0x00080016,
  SOPInstanceUID: 0x00080018,
  StudyDate: 0x00080020,
  SeriesDate: 0x00080021,
  AcquisitionDate: 0x00080022,
  ContentDate: 0x00080023,
  StudyTime: 0x00080030,
  SeriesTime: 0x00080031,
  AcquisitionTime: 0x00080032,
  ContentTime: 0x00080033,
  AccessionNumber: 0x00080050,
  Modality: 0x00080060,
  ConversionType: 0x00080064,
  PresentationIntentType: 0x00080068,
  Manufacturer: 0x00080070,
  InstitutionName: 0x00080080,
  ReferringPhysicianName: 0x00080090,
  StationName: 0x00081010,
  StudyDescription: 0x00081030,
  SeriesDescription: 0x0008103e,
  InstitutionalDepartmentName: 0x00081040,
  OperatorsName: 0x00081070,
  AdmittingDiagnosesDescription: 0x00081080,
  ManufacturerModelName: 0x00081090,
  PatientName: 0x00100010,
  PatientID: 0x00100020,
  IssuerOfPatientID: 0x00100021,
  PatientBirthDate: 0x00100030,
  PatientSex: 0x00100040,
  OtherPatientIDs: 0x00101000,
  OtherPatientNames: 0x00101001,
  PatientAge: 0x00101010,
  PatientSize: 0x00101020,
  PatientWeight: 0x00101030,
  MedicalRecordLocator: 0x00101090,
  EthnicGroup: 0x00102160,
  SmokingStatus: 0x001021a0,
  PregnancyStatus: 0x001021c0,
  PatientComments: 0x00104000,
  ClinicalTrialProtocolID: 0x00120020,
  ClinicalTrialSiteID: 0x00120030,
  ClinicalTrialSubjectID: 0x00120040,
  ClinicalTrialTimePointID: 0x00120050,
  ContrastBolusAgent: 0x00180010,
  BodyPartExamined: 0x00180015,
  ScanningSequence: 0x00180020,
  SequenceVariant: 0x00180021,
  MRAcquisitionType: 0x00180023,
  SequenceName: 0x00180024,
  SliceThickness: 0x00180050,
  KVP: 0x00180060,
  MagneticFieldStrength: 0x00180087,
  DeviceSerialNumber: 0x00181000,
  SoftwareVersions: 0x00181020,
  ProtocolName: 0x00181030,
  ExposureTime: 0x00181150,
  XRayTubeCurrent: 0x00181151,
  Exposure: 0x00181152,
  FilterMaterial: 0x00187050,
  ImagerPixelSpacing: 0x00181164,
  Grid: 0x00181166,
  AnodeTargetMaterial: 0x00181191,
  BodyPartThickness: 0x001811a0,
  CompressionForce: 0x001811a2,
  ConvolutionKernel: 0x00181210,
  PatientPosition: 0x00185100,
  ViewPosition: 0x00185101,
  DetectorType: 0x00187004,
  DetectorID: 0x0018700a,
  ExposureControlMode: 0x00187060,
  StudyInstanceUID: 0x0020000d,
  SeriesInstanceUID: 0x0020000e,
  StudyID: 0x00200010,
  SeriesNumber: 0x00200011,
  AcquisitionNumber: 0x00200012,
  InstanceNumber: 0x00200013,
  PatientOrientation: 0x00200020,
  FrameOfReferenceUID: 0x00200052,
  Laterality: 0x00200060,
  ImageLaterality: 0x00200062,
  ImageComments: 0x00204000,
  SamplesPerPixel: 0x00280002,
  PhotometricInterpretation: 0x00280004,
  Rows: 0x00280010,
  Columns: 0x00280011,
  PixelSpacing: 0x00280030,
  BitsStored: 0x00280101,
  QualityControlImage: 0x00280300,
  BurnedInAnnotation: 0x00280301,
  BreastImplantPresent: 0x00281300,
  PartialView: 0x00281350,
  LossyImageCompression: 0x00282110,
  RequestedProcedureDescription: 0x00321060,
  PerformedProcedureStepDescription: 0x00400254,
} as const;
type Keyword = keyof typeof elements;

const tags = (...names: Keyword[]): number[] => names.map((name) => elements[name]);

export const keywords: readonly string[] = Object.keys(elements);

/** @param text a name of the standard's, or a number such as (0010,0020) or 00100020 @returns undefined of none of these */
export function tagNamed(text: string): number | undefined {
  if (Object.hasOwn(elements, text)) return elements[text as Keyword];
  const number = /^\(?([0-9a-f]{4}),? ?([0-9a-f]{4})\)?$/i.exec(text);
  return number ? parseInt(number[1]! + number[2]!, 16) : undefined;
}

/** Of the standard's three levels, each with a number of its own in the world. */
export const uids: readonly number[] = tags(
  "StudyInstanceUID",
  "SeriesInstanceUID",
  "SOPInstanceUID",
);

const moments = tags(
  "StudyDate",
  "SeriesDate",
  "AcquisitionDate",
  "ContentDate",
  "StudyTime",
  "SeriesTime",
  "AcquisitionTime",
  "ContentTime",
);

/** Of the patient's own group those that many people have in common. */
const common = new Set(
  tags(
    "PatientSex",
    "PatientAge",
    "PatientSize",
    "PatientWeight",
    "EthnicGroup",
    "SmokingStatus",
    "PregnancyStatus",
  ),
);

/** Elsewhere, those that one person has, or one stay: after the confidentiality profile of PS3.15, annex E. */
const personal = new Set([
  ...uids,
  ...moments,
  ...tags(
    "AccessionNumber",
    "ReferringPhysicianName",
    "OperatorsName",
    "AdmittingDiagnosesDescription",
    "ClinicalTrialSubjectID",
    "StudyID",
    "FrameOfReferenceUID",
    "ImageComments",
  ),
]);

/** Whether an element may tell who a patient is: not to be written anywhere as it is. Private elements may hold anything. */
export function tellsWho(tag: number): boolean {
  const group = Math.floor(tag / 65_536);
  return group % 2 === 1 || (group === 0x0010 && !common.has(tag)) || personal.has(tag);
}

/**
 * Texts that differ from one image to the next, and that remain when its pixels are coded otherwise. A patient's hash
 * follows from them in this order.
 */
export const distinctive: readonly number[] = [
  ...uids,
  ...moments,
  ...tags(
    "AccessionNumber",
    "InstitutionName",
    "StationName",
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "KVP",
    "DeviceSerialNumber",
    "ExposureTime",
    "XRayTubeCurrent",
    "Exposure",
    "BodyPartThickness",
    "CompressionForce",
    "StudyID",
    "FrameOfReferenceUID",
  ),
];

/** Elements whose text a file's name should not have in it. */
export const identifiers: readonly number[] = tags(
  "PatientID",
  "PatientName",
  "OtherPatientIDs",
  "PatientBirthDate",
  "AccessionNumber",
);
