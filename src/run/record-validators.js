// Written by `bun run generate` from record-schemas.ts. Edit that instead.
"use strict";
export const data = validate0;
const schema0 = {"properties":{"formatVersion":{"type":"uint8"},"folder":{"type":"string"},"classes":{"elements":{"type":"string"}},"counts":{"optionalProperties":{"train":{"values":{"type":"uint32"}},"validation":{"values":{"type":"uint32"}},"test":{"values":{"type":"uint32"}}}},"excluded":{"elements":{"properties":{"split":{"enum":["train","validation","test"]},"label":{"type":"string"},"file":{"type":"string"},"reason":{"enum":["empty","not-an-image","unsupported-format","truncated","corrupt","too-many-pixels","unreadable","not-a-regular-file"]},"detail":{"type":"string"}}}},"ignored":{"elements":{"type":"string"}}},"optionalProperties":{"list":{"type":"string"},"images":{"elements":{"properties":{"split":{"enum":["train","validation","test"]},"label":{"type":"string"},"file":{"type":"string"},"sha256":{"type":"string"}},"optionalProperties":{"group":{"type":"string"},"columns":{"values":{"type":"string"}},"notes":{"elements":{"enum":["animated","multi-page","cmyk","alpha","16-bit","own-range","exif-rotated","blank","wrong-extension","duplicate"]}}}}},"skipped":{"elements":{"properties":{"by":{"enum":["exclude","include"]},"pattern":{"type":"string"},"files":{"type":"uint32"}}}},"leaks":{"elements":{"properties":{"kind":{"enum":["two-labels","near-two-labels","same-pixels","near-duplicate","shared-group"]},"splits":{"elements":{"enum":["train","validation","test"]}},"labels":{"elements":{"type":"string"}},"files":{"elements":{"type":"string"}}},"optionalProperties":{"similarity":{"type":"float64"},"group":{"type":"string"}}}},"evaluation":{"properties":{"map":{"values":{"type":"string"}},"dropped":{"values":{"type":"uint32"}},"compared":{"nullable":true,"properties":{"images":{"type":"uint32"},"pictures":{"type":"uint32"}}}},"optionalProperties":{"id":{"type":"string"}}}}};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate0.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.folder !== undefined){
const _errs1 = errors;
if(!(typeof data.folder == "string")){
validate0.errors = [{instancePath:instancePath+"/folder",schemaPath:"/properties/folder/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/folder",keyword:"properties",params:{error: "missing", missingProperty: "folder"},message:"must have property 'folder'"}];
return false;
}
if(valid1){
if(data.classes !== undefined){
let data2 = data.classes;
const _errs2 = errors;
let valid2 = false;
if(!valid2){
if(Array.isArray(data2)){
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(typeof data2[i0] == "string")){
validate0.errors = [{instancePath:instancePath+"/classes/" + i0,schemaPath:"/properties/classes/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid3 = _errs3 === errors;
if(!valid3){
break;
}
}
valid2 = valid3;
}
else {
validate0.errors = [{instancePath:instancePath+"/classes",schemaPath:"/properties/classes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs2 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/classes",keyword:"properties",params:{error: "missing", missingProperty: "classes"},message:"must have property 'classes'"}];
return false;
}
if(valid1){
if(data.counts !== undefined){
let data4 = data.counts;
const _errs4 = errors;
let valid4 = false;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
valid4 = true;
var valid6;
if(data4.train !== undefined){
let data5 = data4.train;
const _errs5 = errors;
let valid7 = false;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
var valid8 = true;
for(const key0 in data5){
let data6 = data5[key0];
const _errs6 = errors;
if(!(typeof data6 == "number" && isFinite(data6) && !(data6 % 1) && data6 >= 0 && data6 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/counts/train/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/counts/optionalProperties/train/values/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid8 = _errs6 === errors;
if(!valid8){
break;
}
}
valid7 = valid8;
}
else if(!valid7){
validate0.errors = [{instancePath:instancePath+"/counts/train",schemaPath:"/properties/counts/optionalProperties/train/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid6 = _errs5 === errors;
}
else {
valid6 = true;
}
if(valid6){
if(data4.validation !== undefined){
let data7 = data4.validation;
const _errs7 = errors;
let valid9 = false;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
var valid10 = true;
for(const key1 in data7){
let data8 = data7[key1];
const _errs8 = errors;
if(!(typeof data8 == "number" && isFinite(data8) && !(data8 % 1) && data8 >= 0 && data8 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/counts/validation/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/counts/optionalProperties/validation/values/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid10 = _errs8 === errors;
if(!valid10){
break;
}
}
valid9 = valid10;
}
else if(!valid9){
validate0.errors = [{instancePath:instancePath+"/counts/validation",schemaPath:"/properties/counts/optionalProperties/validation/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid6 = _errs7 === errors;
}
else {
valid6 = true;
}
if(valid6){
if(data4.test !== undefined){
let data9 = data4.test;
const _errs9 = errors;
let valid11 = false;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
var valid12 = true;
for(const key2 in data9){
let data10 = data9[key2];
const _errs10 = errors;
if(!(typeof data10 == "number" && isFinite(data10) && !(data10 % 1) && data10 >= 0 && data10 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/counts/test/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/counts/optionalProperties/test/values/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid12 = _errs10 === errors;
if(!valid12){
break;
}
}
valid11 = valid12;
}
else if(!valid11){
validate0.errors = [{instancePath:instancePath+"/counts/test",schemaPath:"/properties/counts/optionalProperties/test/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid6 = _errs9 === errors;
}
else {
valid6 = true;
}
if(valid6){
for(const key3 in data4){
if(((key3 !== "train") && (key3 !== "validation")) && (key3 !== "test")){
validate0.errors = [{instancePath:instancePath+"/counts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/counts",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid4){
validate0.errors = [{instancePath:instancePath+"/counts",schemaPath:"/properties/counts/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs4 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/counts",keyword:"properties",params:{error: "missing", missingProperty: "counts"},message:"must have property 'counts'"}];
return false;
}
if(valid1){
if(data.excluded !== undefined){
let data11 = data.excluded;
const _errs11 = errors;
let valid13 = false;
if(!valid13){
if(Array.isArray(data11)){
var valid14 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs12 = errors;
let valid15 = false;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
valid15 = true;
var valid16;
if(data12.split !== undefined){
let data13 = data12.split;
const _errs13 = errors;
if(!((typeof data13 == "string") && (((data13 === "train") || (data13 === "validation")) || (data13 === "test")))){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/split",schemaPath:"/properties/excluded/elements/properties/split/enum",keyword:"enum",params:{allowedValues: schema0.properties.excluded.elements.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs13 === errors;
}
else {
valid16 = false;
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid16){
if(data12.label !== undefined){
const _errs14 = errors;
if(!(typeof data12.label == "string")){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/label",schemaPath:"/properties/excluded/elements/properties/label/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid16 = _errs14 === errors;
}
else {
valid16 = false;
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties/label",keyword:"properties",params:{error: "missing", missingProperty: "label"},message:"must have property 'label'"}];
return false;
}
if(valid16){
if(data12.file !== undefined){
const _errs15 = errors;
if(!(typeof data12.file == "string")){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/file",schemaPath:"/properties/excluded/elements/properties/file/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid16 = _errs15 === errors;
}
else {
valid16 = false;
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties/file",keyword:"properties",params:{error: "missing", missingProperty: "file"},message:"must have property 'file'"}];
return false;
}
if(valid16){
if(data12.reason !== undefined){
let data16 = data12.reason;
const _errs16 = errors;
if(!((typeof data16 == "string") && ((((((((data16 === "empty") || (data16 === "not-an-image")) || (data16 === "unsupported-format")) || (data16 === "truncated")) || (data16 === "corrupt")) || (data16 === "too-many-pixels")) || (data16 === "unreadable")) || (data16 === "not-a-regular-file")))){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/reason",schemaPath:"/properties/excluded/elements/properties/reason/enum",keyword:"enum",params:{allowedValues: schema0.properties.excluded.elements.properties.reason.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs16 === errors;
}
else {
valid16 = false;
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties/reason",keyword:"properties",params:{error: "missing", missingProperty: "reason"},message:"must have property 'reason'"}];
return false;
}
if(valid16){
if(data12.detail !== undefined){
const _errs17 = errors;
if(!(typeof data12.detail == "string")){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/detail",schemaPath:"/properties/excluded/elements/properties/detail/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid16 = _errs17 === errors;
}
else {
valid16 = false;
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties/detail",keyword:"properties",params:{error: "missing", missingProperty: "detail"},message:"must have property 'detail'"}];
return false;
}
if(valid16){
for(const key4 in data12){
if(((((key4 !== "split") && (key4 !== "label")) && (key4 !== "file")) && (key4 !== "reason")) && (key4 !== "detail")){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/excluded/elements",keyword:"properties",params:{error: "additional", additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid15){
validate0.errors = [{instancePath:instancePath+"/excluded/" + i1,schemaPath:"/properties/excluded/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid14 = _errs12 === errors;
if(!valid14){
break;
}
}
valid13 = valid14;
}
else {
validate0.errors = [{instancePath:instancePath+"/excluded",schemaPath:"/properties/excluded/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/excluded",keyword:"properties",params:{error: "missing", missingProperty: "excluded"},message:"must have property 'excluded'"}];
return false;
}
if(valid1){
if(data.ignored !== undefined){
let data18 = data.ignored;
const _errs18 = errors;
let valid18 = false;
if(!valid18){
if(Array.isArray(data18)){
var valid19 = true;
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
const _errs19 = errors;
if(!(typeof data18[i2] == "string")){
validate0.errors = [{instancePath:instancePath+"/ignored/" + i2,schemaPath:"/properties/ignored/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid19 = _errs19 === errors;
if(!valid19){
break;
}
}
valid18 = valid19;
}
else {
validate0.errors = [{instancePath:instancePath+"/ignored",schemaPath:"/properties/ignored/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
valid1 = false;
validate0.errors = [{instancePath,schemaPath:"/properties/ignored",keyword:"properties",params:{error: "missing", missingProperty: "ignored"},message:"must have property 'ignored'"}];
return false;
}
if(valid1){
var valid20;
if(data.list !== undefined){
const _errs20 = errors;
if(!(typeof data.list == "string")){
validate0.errors = [{instancePath:instancePath+"/list",schemaPath:"/optionalProperties/list/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid20 = _errs20 === errors;
}
else {
valid20 = true;
}
if(valid20){
if(data.images !== undefined){
let data21 = data.images;
const _errs21 = errors;
let valid21 = false;
if(!valid21){
if(Array.isArray(data21)){
var valid22 = true;
const len3 = data21.length;
for(let i3=0; i3<len3; i3++){
let data22 = data21[i3];
const _errs22 = errors;
let valid23 = false;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
valid23 = true;
var valid24;
if(data22.split !== undefined){
let data23 = data22.split;
const _errs23 = errors;
if(!((typeof data23 == "string") && (((data23 === "train") || (data23 === "validation")) || (data23 === "test")))){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/split",schemaPath:"/optionalProperties/images/elements/properties/split/enum",keyword:"enum",params:{allowedValues: schema0.optionalProperties.images.elements.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid24 = _errs23 === errors;
}
else {
valid24 = false;
validate0.errors = [{instancePath:instancePath+"/images/" + i3,schemaPath:"/optionalProperties/images/elements/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid24){
if(data22.label !== undefined){
const _errs24 = errors;
if(!(typeof data22.label == "string")){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/label",schemaPath:"/optionalProperties/images/elements/properties/label/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid24 = _errs24 === errors;
}
else {
valid24 = false;
validate0.errors = [{instancePath:instancePath+"/images/" + i3,schemaPath:"/optionalProperties/images/elements/properties/label",keyword:"properties",params:{error: "missing", missingProperty: "label"},message:"must have property 'label'"}];
return false;
}
if(valid24){
if(data22.file !== undefined){
const _errs25 = errors;
if(!(typeof data22.file == "string")){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/file",schemaPath:"/optionalProperties/images/elements/properties/file/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid24 = _errs25 === errors;
}
else {
valid24 = false;
validate0.errors = [{instancePath:instancePath+"/images/" + i3,schemaPath:"/optionalProperties/images/elements/properties/file",keyword:"properties",params:{error: "missing", missingProperty: "file"},message:"must have property 'file'"}];
return false;
}
if(valid24){
if(data22.sha256 !== undefined){
const _errs26 = errors;
if(!(typeof data22.sha256 == "string")){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/sha256",schemaPath:"/optionalProperties/images/elements/properties/sha256/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid24 = _errs26 === errors;
}
else {
valid24 = false;
validate0.errors = [{instancePath:instancePath+"/images/" + i3,schemaPath:"/optionalProperties/images/elements/properties/sha256",keyword:"properties",params:{error: "missing", missingProperty: "sha256"},message:"must have property 'sha256'"}];
return false;
}
if(valid24){
var valid25;
if(data22.group !== undefined){
const _errs27 = errors;
if(!(typeof data22.group == "string")){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/group",schemaPath:"/optionalProperties/images/elements/optionalProperties/group/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid25 = _errs27 === errors;
}
else {
valid25 = true;
}
if(valid25){
if(data22.columns !== undefined){
let data28 = data22.columns;
const _errs28 = errors;
let valid26 = false;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
var valid27 = true;
for(const key5 in data28){
const _errs29 = errors;
if(!(typeof data28[key5] == "string")){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/columns/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/images/elements/optionalProperties/columns/values/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid27 = _errs29 === errors;
if(!valid27){
break;
}
}
valid26 = valid27;
}
else if(!valid26){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/columns",schemaPath:"/optionalProperties/images/elements/optionalProperties/columns/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid25 = _errs28 === errors;
}
else {
valid25 = true;
}
if(valid25){
if(data22.notes !== undefined){
let data30 = data22.notes;
const _errs30 = errors;
let valid28 = false;
if(!valid28){
if(Array.isArray(data30)){
var valid29 = true;
const len4 = data30.length;
for(let i4=0; i4<len4; i4++){
let data31 = data30[i4];
const _errs31 = errors;
if(!((typeof data31 == "string") && ((((((((((data31 === "animated") || (data31 === "multi-page")) || (data31 === "cmyk")) || (data31 === "alpha")) || (data31 === "16-bit")) || (data31 === "own-range")) || (data31 === "exif-rotated")) || (data31 === "blank")) || (data31 === "wrong-extension")) || (data31 === "duplicate")))){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/notes/" + i4,schemaPath:"/optionalProperties/images/elements/optionalProperties/notes/elements/enum",keyword:"enum",params:{allowedValues: schema0.optionalProperties.images.elements.optionalProperties.notes.elements.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid29 = _errs31 === errors;
if(!valid29){
break;
}
}
valid28 = valid29;
}
else {
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/notes",schemaPath:"/optionalProperties/images/elements/optionalProperties/notes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid25 = _errs30 === errors;
}
else {
valid25 = true;
}
if(valid25){
for(const key6 in data22){
if(((((key6 !== "split") && (key6 !== "label")) && (key6 !== "file")) && (key6 !== "sha256")) && (((key6 !== "group") && (key6 !== "columns")) && (key6 !== "notes"))){
validate0.errors = [{instancePath:instancePath+"/images/" + i3+"/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/images/elements",keyword:"properties",params:{error: "additional", additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
if(!valid23){
validate0.errors = [{instancePath:instancePath+"/images/" + i3,schemaPath:"/optionalProperties/images/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid22 = _errs22 === errors;
if(!valid22){
break;
}
}
valid21 = valid22;
}
else {
validate0.errors = [{instancePath:instancePath+"/images",schemaPath:"/optionalProperties/images/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid20 = _errs21 === errors;
}
else {
valid20 = true;
}
if(valid20){
if(data.skipped !== undefined){
let data32 = data.skipped;
const _errs32 = errors;
let valid30 = false;
if(!valid30){
if(Array.isArray(data32)){
var valid31 = true;
const len5 = data32.length;
for(let i5=0; i5<len5; i5++){
let data33 = data32[i5];
const _errs33 = errors;
let valid32 = false;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
valid32 = true;
var valid33;
if(data33.by !== undefined){
let data34 = data33.by;
const _errs34 = errors;
if(!((typeof data34 == "string") && ((data34 === "exclude") || (data34 === "include")))){
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5+"/by",schemaPath:"/optionalProperties/skipped/elements/properties/by/enum",keyword:"enum",params:{allowedValues: schema0.optionalProperties.skipped.elements.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid33 = _errs34 === errors;
}
else {
valid33 = false;
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5,schemaPath:"/optionalProperties/skipped/elements/properties/by",keyword:"properties",params:{error: "missing", missingProperty: "by"},message:"must have property 'by'"}];
return false;
}
if(valid33){
if(data33.pattern !== undefined){
const _errs35 = errors;
if(!(typeof data33.pattern == "string")){
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5+"/pattern",schemaPath:"/optionalProperties/skipped/elements/properties/pattern/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid33 = _errs35 === errors;
}
else {
valid33 = false;
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5,schemaPath:"/optionalProperties/skipped/elements/properties/pattern",keyword:"properties",params:{error: "missing", missingProperty: "pattern"},message:"must have property 'pattern'"}];
return false;
}
if(valid33){
if(data33.files !== undefined){
let data36 = data33.files;
const _errs36 = errors;
if(!(typeof data36 == "number" && isFinite(data36) && !(data36 % 1) && data36 >= 0 && data36 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5+"/files",schemaPath:"/optionalProperties/skipped/elements/properties/files/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid33 = _errs36 === errors;
}
else {
valid33 = false;
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5,schemaPath:"/optionalProperties/skipped/elements/properties/files",keyword:"properties",params:{error: "missing", missingProperty: "files"},message:"must have property 'files'"}];
return false;
}
if(valid33){
for(const key7 in data33){
if(((key7 !== "by") && (key7 !== "pattern")) && (key7 !== "files")){
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/skipped/elements",keyword:"properties",params:{error: "additional", additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid32){
validate0.errors = [{instancePath:instancePath+"/skipped/" + i5,schemaPath:"/optionalProperties/skipped/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid31 = _errs33 === errors;
if(!valid31){
break;
}
}
valid30 = valid31;
}
else {
validate0.errors = [{instancePath:instancePath+"/skipped",schemaPath:"/optionalProperties/skipped/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid20 = _errs32 === errors;
}
else {
valid20 = true;
}
if(valid20){
if(data.leaks !== undefined){
let data37 = data.leaks;
const _errs37 = errors;
let valid35 = false;
if(!valid35){
if(Array.isArray(data37)){
var valid36 = true;
const len6 = data37.length;
for(let i6=0; i6<len6; i6++){
let data38 = data37[i6];
const _errs38 = errors;
let valid37 = false;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
valid37 = true;
var valid38;
if(data38.kind !== undefined){
let data39 = data38.kind;
const _errs39 = errors;
if(!((typeof data39 == "string") && (((((data39 === "two-labels") || (data39 === "near-two-labels")) || (data39 === "same-pixels")) || (data39 === "near-duplicate")) || (data39 === "shared-group")))){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/kind",schemaPath:"/optionalProperties/leaks/elements/properties/kind/enum",keyword:"enum",params:{allowedValues: schema0.optionalProperties.leaks.elements.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid38 = _errs39 === errors;
}
else {
valid38 = false;
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6,schemaPath:"/optionalProperties/leaks/elements/properties/kind",keyword:"properties",params:{error: "missing", missingProperty: "kind"},message:"must have property 'kind'"}];
return false;
}
if(valid38){
if(data38.splits !== undefined){
let data40 = data38.splits;
const _errs40 = errors;
let valid39 = false;
if(!valid39){
if(Array.isArray(data40)){
var valid40 = true;
const len7 = data40.length;
for(let i7=0; i7<len7; i7++){
let data41 = data40[i7];
const _errs41 = errors;
if(!((typeof data41 == "string") && (((data41 === "train") || (data41 === "validation")) || (data41 === "test")))){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/splits/" + i7,schemaPath:"/optionalProperties/leaks/elements/properties/splits/elements/enum",keyword:"enum",params:{allowedValues: schema0.optionalProperties.leaks.elements.properties.splits.elements.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid40 = _errs41 === errors;
if(!valid40){
break;
}
}
valid39 = valid40;
}
else {
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/splits",schemaPath:"/optionalProperties/leaks/elements/properties/splits/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid38 = _errs40 === errors;
}
else {
valid38 = false;
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6,schemaPath:"/optionalProperties/leaks/elements/properties/splits",keyword:"properties",params:{error: "missing", missingProperty: "splits"},message:"must have property 'splits'"}];
return false;
}
if(valid38){
if(data38.labels !== undefined){
let data42 = data38.labels;
const _errs42 = errors;
let valid41 = false;
if(!valid41){
if(Array.isArray(data42)){
var valid42 = true;
const len8 = data42.length;
for(let i8=0; i8<len8; i8++){
const _errs43 = errors;
if(!(typeof data42[i8] == "string")){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/labels/" + i8,schemaPath:"/optionalProperties/leaks/elements/properties/labels/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid42 = _errs43 === errors;
if(!valid42){
break;
}
}
valid41 = valid42;
}
else {
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/labels",schemaPath:"/optionalProperties/leaks/elements/properties/labels/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid38 = _errs42 === errors;
}
else {
valid38 = false;
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6,schemaPath:"/optionalProperties/leaks/elements/properties/labels",keyword:"properties",params:{error: "missing", missingProperty: "labels"},message:"must have property 'labels'"}];
return false;
}
if(valid38){
if(data38.files !== undefined){
let data44 = data38.files;
const _errs44 = errors;
let valid43 = false;
if(!valid43){
if(Array.isArray(data44)){
var valid44 = true;
const len9 = data44.length;
for(let i9=0; i9<len9; i9++){
const _errs45 = errors;
if(!(typeof data44[i9] == "string")){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/files/" + i9,schemaPath:"/optionalProperties/leaks/elements/properties/files/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid44 = _errs45 === errors;
if(!valid44){
break;
}
}
valid43 = valid44;
}
else {
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/files",schemaPath:"/optionalProperties/leaks/elements/properties/files/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid38 = _errs44 === errors;
}
else {
valid38 = false;
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6,schemaPath:"/optionalProperties/leaks/elements/properties/files",keyword:"properties",params:{error: "missing", missingProperty: "files"},message:"must have property 'files'"}];
return false;
}
if(valid38){
var valid45;
if(data38.similarity !== undefined){
const _errs46 = errors;
if(!(typeof data38.similarity == "number")){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/similarity",schemaPath:"/optionalProperties/leaks/elements/optionalProperties/similarity/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid45 = _errs46 === errors;
}
else {
valid45 = true;
}
if(valid45){
if(data38.group !== undefined){
const _errs47 = errors;
if(!(typeof data38.group == "string")){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/group",schemaPath:"/optionalProperties/leaks/elements/optionalProperties/group/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid45 = _errs47 === errors;
}
else {
valid45 = true;
}
if(valid45){
for(const key8 in data38){
if(((((key8 !== "kind") && (key8 !== "splits")) && (key8 !== "labels")) && (key8 !== "files")) && ((key8 !== "similarity") && (key8 !== "group"))){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6+"/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/leaks/elements",keyword:"properties",params:{error: "additional", additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
if(!valid37){
validate0.errors = [{instancePath:instancePath+"/leaks/" + i6,schemaPath:"/optionalProperties/leaks/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid36 = _errs38 === errors;
if(!valid36){
break;
}
}
valid35 = valid36;
}
else {
validate0.errors = [{instancePath:instancePath+"/leaks",schemaPath:"/optionalProperties/leaks/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid20 = _errs37 === errors;
}
else {
valid20 = true;
}
if(valid20){
if(data.evaluation !== undefined){
let data48 = data.evaluation;
const _errs48 = errors;
let valid46 = false;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
valid46 = true;
var valid47;
if(data48.map !== undefined){
let data49 = data48.map;
const _errs49 = errors;
let valid48 = false;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
var valid49 = true;
for(const key9 in data49){
const _errs50 = errors;
if(!(typeof data49[key9] == "string")){
validate0.errors = [{instancePath:instancePath+"/evaluation/map/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/evaluation/properties/map/values/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid49 = _errs50 === errors;
if(!valid49){
break;
}
}
valid48 = valid49;
}
else if(!valid48){
validate0.errors = [{instancePath:instancePath+"/evaluation/map",schemaPath:"/optionalProperties/evaluation/properties/map/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid47 = _errs49 === errors;
}
else {
valid47 = false;
validate0.errors = [{instancePath:instancePath+"/evaluation",schemaPath:"/optionalProperties/evaluation/properties/map",keyword:"properties",params:{error: "missing", missingProperty: "map"},message:"must have property 'map'"}];
return false;
}
if(valid47){
if(data48.dropped !== undefined){
let data51 = data48.dropped;
const _errs51 = errors;
let valid50 = false;
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
var valid51 = true;
for(const key10 in data51){
let data52 = data51[key10];
const _errs52 = errors;
if(!(typeof data52 == "number" && isFinite(data52) && !(data52 % 1) && data52 >= 0 && data52 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/evaluation/dropped/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/evaluation/properties/dropped/values/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid51 = _errs52 === errors;
if(!valid51){
break;
}
}
valid50 = valid51;
}
else if(!valid50){
validate0.errors = [{instancePath:instancePath+"/evaluation/dropped",schemaPath:"/optionalProperties/evaluation/properties/dropped/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid47 = _errs51 === errors;
}
else {
valid47 = false;
validate0.errors = [{instancePath:instancePath+"/evaluation",schemaPath:"/optionalProperties/evaluation/properties/dropped",keyword:"properties",params:{error: "missing", missingProperty: "dropped"},message:"must have property 'dropped'"}];
return false;
}
if(valid47){
if(data48.compared !== undefined){
let data53 = data48.compared;
const _errs53 = errors;
let valid52 = data53 === null;
if(!valid52 && typeof data53 == "object" && !Array.isArray(data53)){
valid52 = true;
var valid53;
if(data53.images !== undefined){
let data54 = data53.images;
const _errs54 = errors;
if(!(typeof data54 == "number" && isFinite(data54) && !(data54 % 1) && data54 >= 0 && data54 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/evaluation/compared/images",schemaPath:"/optionalProperties/evaluation/properties/compared/properties/images/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid53 = _errs54 === errors;
}
else {
valid53 = false;
validate0.errors = [{instancePath:instancePath+"/evaluation/compared",schemaPath:"/optionalProperties/evaluation/properties/compared/properties/images",keyword:"properties",params:{error: "missing", missingProperty: "images"},message:"must have property 'images'"}];
return false;
}
if(valid53){
if(data53.pictures !== undefined){
let data55 = data53.pictures;
const _errs55 = errors;
if(!(typeof data55 == "number" && isFinite(data55) && !(data55 % 1) && data55 >= 0 && data55 <= 4294967295)){
validate0.errors = [{instancePath:instancePath+"/evaluation/compared/pictures",schemaPath:"/optionalProperties/evaluation/properties/compared/properties/pictures/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid53 = _errs55 === errors;
}
else {
valid53 = false;
validate0.errors = [{instancePath:instancePath+"/evaluation/compared",schemaPath:"/optionalProperties/evaluation/properties/compared/properties/pictures",keyword:"properties",params:{error: "missing", missingProperty: "pictures"},message:"must have property 'pictures'"}];
return false;
}
if(valid53){
for(const key11 in data53){
if((key11 !== "images") && (key11 !== "pictures")){
validate0.errors = [{instancePath:instancePath+"/evaluation/compared/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/evaluation/properties/compared",keyword:"properties",params:{error: "additional", additionalProperty: key11},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid52){
validate0.errors = [{instancePath:instancePath+"/evaluation/compared",schemaPath:"/optionalProperties/evaluation/properties/compared/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid47 = _errs53 === errors;
}
else {
valid47 = false;
validate0.errors = [{instancePath:instancePath+"/evaluation",schemaPath:"/optionalProperties/evaluation/properties/compared",keyword:"properties",params:{error: "missing", missingProperty: "compared"},message:"must have property 'compared'"}];
return false;
}
if(valid47){
var valid55;
if(data48.id !== undefined){
const _errs57 = errors;
if(!(typeof data48.id == "string")){
validate0.errors = [{instancePath:instancePath+"/evaluation/id",schemaPath:"/optionalProperties/evaluation/optionalProperties/id/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid55 = _errs57 === errors;
}
else {
valid55 = true;
}
if(valid55){
for(const key12 in data48){
if((((key12 !== "map") && (key12 !== "dropped")) && (key12 !== "compared")) && (key12 !== "id")){
validate0.errors = [{instancePath:instancePath+"/evaluation/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/evaluation",keyword:"properties",params:{error: "additional", additionalProperty: key12},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
if(!valid46){
validate0.errors = [{instancePath:instancePath+"/evaluation",schemaPath:"/optionalProperties/evaluation/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid20 = _errs48 === errors;
}
else {
valid20 = true;
}
if(valid20){
for(const key13 in data){
if(((((((key13 !== "formatVersion") && (key13 !== "folder")) && (key13 !== "classes")) && (key13 !== "counts")) && (key13 !== "excluded")) && (key13 !== "ignored")) && (((((key13 !== "list") && (key13 !== "images")) && (key13 !== "skipped")) && (key13 !== "leaks")) && (key13 !== "evaluation"))){
validate0.errors = [{instancePath:instancePath+"/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"",keyword:"properties",params:{error: "additional", additionalProperty: key13},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid0){
validate0.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate0.errors = vErrors;
return errors === 0;
}

export const request = validate1;
const schema1 = {"properties":{"formatVersion":{"type":"uint8"},"file":{"type":"string"},"overrides":{"elements":{"properties":{"key":{"type":"string"},"value":{}}}}},"optionalProperties":{"extends":{"elements":{"type":"string"}},"environment":{"values":{"type":"string"}}}};

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate1.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate1.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.file !== undefined){
const _errs1 = errors;
if(!(typeof data.file == "string")){
validate1.errors = [{instancePath:instancePath+"/file",schemaPath:"/properties/file/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate1.errors = [{instancePath,schemaPath:"/properties/file",keyword:"properties",params:{error: "missing", missingProperty: "file"},message:"must have property 'file'"}];
return false;
}
if(valid1){
if(data.overrides !== undefined){
let data2 = data.overrides;
const _errs2 = errors;
let valid2 = false;
if(!valid2){
if(Array.isArray(data2)){
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs3 = errors;
let valid4 = false;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
valid4 = true;
var valid5;
if(data3.key !== undefined){
const _errs4 = errors;
if(!(typeof data3.key == "string")){
validate1.errors = [{instancePath:instancePath+"/overrides/" + i0+"/key",schemaPath:"/properties/overrides/elements/properties/key/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid5 = _errs4 === errors;
}
else {
valid5 = false;
validate1.errors = [{instancePath:instancePath+"/overrides/" + i0,schemaPath:"/properties/overrides/elements/properties/key",keyword:"properties",params:{error: "missing", missingProperty: "key"},message:"must have property 'key'"}];
return false;
}
if(valid5){
for(const key0 in data3){
if((key0 !== "key") && (key0 !== "value")){
validate1.errors = [{instancePath:instancePath+"/overrides/" + i0+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/overrides/elements",keyword:"properties",params:{error: "additional", additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
if(!valid4){
validate1.errors = [{instancePath:instancePath+"/overrides/" + i0,schemaPath:"/properties/overrides/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid3 = _errs3 === errors;
if(!valid3){
break;
}
}
valid2 = valid3;
}
else {
validate1.errors = [{instancePath:instancePath+"/overrides",schemaPath:"/properties/overrides/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs2 === errors;
}
else {
valid1 = false;
validate1.errors = [{instancePath,schemaPath:"/properties/overrides",keyword:"properties",params:{error: "missing", missingProperty: "overrides"},message:"must have property 'overrides'"}];
return false;
}
if(valid1){
var valid7;
if(data.extends !== undefined){
let data5 = data.extends;
const _errs5 = errors;
let valid8 = false;
if(!valid8){
if(Array.isArray(data5)){
var valid9 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
const _errs6 = errors;
if(!(typeof data5[i1] == "string")){
validate1.errors = [{instancePath:instancePath+"/extends/" + i1,schemaPath:"/optionalProperties/extends/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid9 = _errs6 === errors;
if(!valid9){
break;
}
}
valid8 = valid9;
}
else {
validate1.errors = [{instancePath:instancePath+"/extends",schemaPath:"/optionalProperties/extends/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid7 = _errs5 === errors;
}
else {
valid7 = true;
}
if(valid7){
if(data.environment !== undefined){
let data7 = data.environment;
const _errs7 = errors;
let valid10 = false;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
var valid11 = true;
for(const key1 in data7){
const _errs8 = errors;
if(!(typeof data7[key1] == "string")){
validate1.errors = [{instancePath:instancePath+"/environment/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/environment/values/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid11 = _errs8 === errors;
if(!valid11){
break;
}
}
valid10 = valid11;
}
else if(!valid10){
validate1.errors = [{instancePath:instancePath+"/environment",schemaPath:"/optionalProperties/environment/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid7 = _errs7 === errors;
}
else {
valid7 = true;
}
if(valid7){
for(const key2 in data){
if((((key2 !== "formatVersion") && (key2 !== "file")) && (key2 !== "overrides")) && ((key2 !== "extends") && (key2 !== "environment"))){
validate1.errors = [{instancePath:instancePath+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"",keyword:"properties",params:{error: "additional", additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid0){
validate1.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate1.errors = vErrors;
return errors === 0;
}

export const metrics = validate2;
const schema2 = {"properties":{"formatVersion":{"type":"uint8"},"split":{"enum":["validation","test"]},"weights":{"properties":{"use":{"enum":["best","last"]},"epoch":{"type":"uint32","nullable":true}},"optionalProperties":{"stopped":{"properties":{"by":{"enum":["earlyStopping","maxMinutes","halving"]},"epoch":{"type":"uint32"}}}}},"images":{"type":"uint32"},"accuracyInterval":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}}},"majorityClassAccuracy":{"type":"float64"},"baseline":{"properties":{"balancedAccuracy":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"loss":{"type":"float64","nullable":true}}},"resampled":{"enum":["images","groups"]},"accuracy":{"type":"float64"},"balancedAccuracy":{"type":"float64","nullable":true},"loss":{"type":"float64"},"brier":{"type":"float64","nullable":true},"calibrationError":{"type":"float64","nullable":true},"kappa":{"type":"float64","nullable":true},"matthews":{"type":"float64","nullable":true},"macro":{"properties":{"precision":{"type":"float64","nullable":true},"recall":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true}}},"weighted":{"properties":{"precision":{"type":"float64","nullable":true},"recall":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true}}},"topAccuracy":{"elements":{"properties":{"count":{"type":"uint32"},"accuracy":{"type":"float64"}},"optionalProperties":{"interval":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}},"positive":{"nullable":true,"properties":{"label":{"type":"string"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true},"operatingPoint":{"nullable":true,"properties":{"wanted":{"type":"float64"},"reached":{"nullable":true,"properties":{"threshold":{"type":"float64"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true}},"optionalProperties":{"intervals":{"optionalProperties":{"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"precision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}}},"optionalProperties":{"share":{"enum":["sensitivity","specificity"]},"chosen":{"nullable":true,"properties":{"threshold":{"type":"float64"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true},"split":{"enum":["validation","test"]},"images":{"type":"uint32"}},"optionalProperties":{"intervals":{"optionalProperties":{"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"precision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}}}}}},"intervals":{"optionalProperties":{"accuracy":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"balancedAccuracy":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"loss":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"brier":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"kappa":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"matthews":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"f1":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"auc":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"averagePrecision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}},"groups":{"nullable":true,"properties":{"count":{"type":"uint32"},"mixed":{"type":"uint32"},"accuracy":{"type":"float64"},"balancedAccuracy":{"type":"float64","nullable":true},"loss":{"type":"float64"},"brier":{"type":"float64","nullable":true},"calibrationError":{"type":"float64","nullable":true},"kappa":{"type":"float64","nullable":true},"matthews":{"type":"float64","nullable":true},"macro":{"properties":{"precision":{"type":"float64","nullable":true},"recall":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true}}},"weighted":{"properties":{"precision":{"type":"float64","nullable":true},"recall":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true}}},"topAccuracy":{"elements":{"properties":{"count":{"type":"uint32"},"accuracy":{"type":"float64"}},"optionalProperties":{"interval":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}},"positive":{"nullable":true,"properties":{"label":{"type":"string"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true},"operatingPoint":{"nullable":true,"properties":{"wanted":{"type":"float64"},"reached":{"nullable":true,"properties":{"threshold":{"type":"float64"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true}},"optionalProperties":{"intervals":{"optionalProperties":{"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"precision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}}},"optionalProperties":{"share":{"enum":["sensitivity","specificity"]},"chosen":{"nullable":true,"properties":{"threshold":{"type":"float64"},"sensitivity":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"precision":{"type":"float64","nullable":true},"split":{"enum":["validation","test"]},"images":{"type":"uint32"}},"optionalProperties":{"intervals":{"optionalProperties":{"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"precision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}}}}}},"intervals":{"optionalProperties":{"accuracy":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"balancedAccuracy":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"loss":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"brier":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"kappa":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"matthews":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"f1":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"auc":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"averagePrecision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"sensitivity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}},"classes":{"elements":{"properties":{"label":{"type":"string"},"support":{"type":"uint32"},"precision":{"type":"float64","nullable":true},"recall":{"type":"float64","nullable":true},"specificity":{"type":"float64","nullable":true},"f1":{"type":"float64","nullable":true},"auc":{"type":"float64","nullable":true},"averagePrecision":{"type":"float64","nullable":true}},"optionalProperties":{"intervals":{"optionalProperties":{"precision":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"recall":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"specificity":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"f1":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true},"auc":{"properties":{"low":{"type":"float64"},"high":{"type":"float64"}},"nullable":true}}}}}}}};
const func0 = Object.prototype.hasOwnProperty;

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate2.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.split !== undefined){
let data1 = data.split;
const _errs1 = errors;
if(!((typeof data1 == "string") && ((data1 === "validation") || (data1 === "test")))){
validate2.errors = [{instancePath:instancePath+"/split",schemaPath:"/properties/split/enum",keyword:"enum",params:{allowedValues: schema2.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid1){
if(data.weights !== undefined){
let data2 = data.weights;
const _errs2 = errors;
let valid2 = false;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
valid2 = true;
var valid3;
if(data2.use !== undefined){
let data3 = data2.use;
const _errs3 = errors;
if(!((typeof data3 == "string") && ((data3 === "best") || (data3 === "last")))){
validate2.errors = [{instancePath:instancePath+"/weights/use",schemaPath:"/properties/weights/properties/use/enum",keyword:"enum",params:{allowedValues: schema2.properties.weights.properties.use.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs3 === errors;
}
else {
valid3 = false;
validate2.errors = [{instancePath:instancePath+"/weights",schemaPath:"/properties/weights/properties/use",keyword:"properties",params:{error: "missing", missingProperty: "use"},message:"must have property 'use'"}];
return false;
}
if(valid3){
if(data2.epoch !== undefined){
let data4 = data2.epoch;
const _errs4 = errors;
if(!((data4 === null) || (typeof data4 == "number" && isFinite(data4) && !(data4 % 1) && data4 >= 0 && data4 <= 4294967295))){
validate2.errors = [{instancePath:instancePath+"/weights/epoch",schemaPath:"/properties/weights/properties/epoch/type",keyword:"type",params:{type: "uint32", nullable: true},message:"must be uint32 or null"}];
return false;
}
var valid3 = _errs4 === errors;
}
else {
valid3 = false;
validate2.errors = [{instancePath:instancePath+"/weights",schemaPath:"/properties/weights/properties/epoch",keyword:"properties",params:{error: "missing", missingProperty: "epoch"},message:"must have property 'epoch'"}];
return false;
}
if(valid3){
var valid4;
if(data2.stopped !== undefined){
let data5 = data2.stopped;
const _errs6 = errors;
let valid5 = false;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
valid5 = true;
var valid6;
if(data5.by !== undefined){
let data6 = data5.by;
const _errs7 = errors;
if(!((typeof data6 == "string") && (((data6 === "earlyStopping") || (data6 === "maxMinutes")) || (data6 === "halving")))){
validate2.errors = [{instancePath:instancePath+"/weights/stopped/by",schemaPath:"/properties/weights/optionalProperties/stopped/properties/by/enum",keyword:"enum",params:{allowedValues: schema2.properties.weights.optionalProperties.stopped.properties.by.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs7 === errors;
}
else {
valid6 = false;
validate2.errors = [{instancePath:instancePath+"/weights/stopped",schemaPath:"/properties/weights/optionalProperties/stopped/properties/by",keyword:"properties",params:{error: "missing", missingProperty: "by"},message:"must have property 'by'"}];
return false;
}
if(valid6){
if(data5.epoch !== undefined){
let data7 = data5.epoch;
const _errs8 = errors;
if(!(typeof data7 == "number" && isFinite(data7) && !(data7 % 1) && data7 >= 0 && data7 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/weights/stopped/epoch",schemaPath:"/properties/weights/optionalProperties/stopped/properties/epoch/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid6 = _errs8 === errors;
}
else {
valid6 = false;
validate2.errors = [{instancePath:instancePath+"/weights/stopped",schemaPath:"/properties/weights/optionalProperties/stopped/properties/epoch",keyword:"properties",params:{error: "missing", missingProperty: "epoch"},message:"must have property 'epoch'"}];
return false;
}
if(valid6){
for(const key0 in data5){
if((key0 !== "by") && (key0 !== "epoch")){
validate2.errors = [{instancePath:instancePath+"/weights/stopped/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/weights/optionalProperties/stopped",keyword:"properties",params:{error: "additional", additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid5){
validate2.errors = [{instancePath:instancePath+"/weights/stopped",schemaPath:"/properties/weights/optionalProperties/stopped/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid4 = _errs6 === errors;
}
else {
valid4 = true;
}
if(valid4){
for(const key1 in data2){
if(((key1 !== "use") && (key1 !== "epoch")) && (key1 !== "stopped")){
validate2.errors = [{instancePath:instancePath+"/weights/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/weights",keyword:"properties",params:{error: "additional", additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid2){
validate2.errors = [{instancePath:instancePath+"/weights",schemaPath:"/properties/weights/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs2 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/weights",keyword:"properties",params:{error: "missing", missingProperty: "weights"},message:"must have property 'weights'"}];
return false;
}
if(valid1){
if(data.images !== undefined){
let data8 = data.images;
const _errs9 = errors;
if(!(typeof data8 == "number" && isFinite(data8) && !(data8 % 1) && data8 >= 0 && data8 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/images",schemaPath:"/properties/images/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/images",keyword:"properties",params:{error: "missing", missingProperty: "images"},message:"must have property 'images'"}];
return false;
}
if(valid1){
if(data.accuracyInterval !== undefined){
let data9 = data.accuracyInterval;
const _errs10 = errors;
let valid8 = false;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
valid8 = true;
var valid9;
if(data9.low !== undefined){
const _errs11 = errors;
if(!(typeof data9.low == "number")){
validate2.errors = [{instancePath:instancePath+"/accuracyInterval/low",schemaPath:"/properties/accuracyInterval/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid9 = _errs11 === errors;
}
else {
valid9 = false;
validate2.errors = [{instancePath:instancePath+"/accuracyInterval",schemaPath:"/properties/accuracyInterval/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid9){
if(data9.high !== undefined){
const _errs12 = errors;
if(!(typeof data9.high == "number")){
validate2.errors = [{instancePath:instancePath+"/accuracyInterval/high",schemaPath:"/properties/accuracyInterval/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid9 = _errs12 === errors;
}
else {
valid9 = false;
validate2.errors = [{instancePath:instancePath+"/accuracyInterval",schemaPath:"/properties/accuracyInterval/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid9){
for(const key2 in data9){
if((key2 !== "low") && (key2 !== "high")){
validate2.errors = [{instancePath:instancePath+"/accuracyInterval/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/accuracyInterval",keyword:"properties",params:{error: "additional", additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid8){
validate2.errors = [{instancePath:instancePath+"/accuracyInterval",schemaPath:"/properties/accuracyInterval/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/accuracyInterval",keyword:"properties",params:{error: "missing", missingProperty: "accuracyInterval"},message:"must have property 'accuracyInterval'"}];
return false;
}
if(valid1){
if(data.majorityClassAccuracy !== undefined){
const _errs13 = errors;
if(!(typeof data.majorityClassAccuracy == "number")){
validate2.errors = [{instancePath:instancePath+"/majorityClassAccuracy",schemaPath:"/properties/majorityClassAccuracy/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/majorityClassAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "majorityClassAccuracy"},message:"must have property 'majorityClassAccuracy'"}];
return false;
}
if(valid1){
if(data.baseline !== undefined){
let data13 = data.baseline;
const _errs14 = errors;
let valid11 = false;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
valid11 = true;
var valid12;
if(data13.balancedAccuracy !== undefined){
let data14 = data13.balancedAccuracy;
const _errs15 = errors;
if(!((data14 === null) || (typeof data14 == "number"))){
validate2.errors = [{instancePath:instancePath+"/baseline/balancedAccuracy",schemaPath:"/properties/baseline/properties/balancedAccuracy/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid12 = _errs15 === errors;
}
else {
valid12 = false;
validate2.errors = [{instancePath:instancePath+"/baseline",schemaPath:"/properties/baseline/properties/balancedAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "balancedAccuracy"},message:"must have property 'balancedAccuracy'"}];
return false;
}
if(valid12){
if(data13.f1 !== undefined){
let data15 = data13.f1;
const _errs17 = errors;
if(!((data15 === null) || (typeof data15 == "number"))){
validate2.errors = [{instancePath:instancePath+"/baseline/f1",schemaPath:"/properties/baseline/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid12 = _errs17 === errors;
}
else {
valid12 = false;
validate2.errors = [{instancePath:instancePath+"/baseline",schemaPath:"/properties/baseline/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid12){
if(data13.loss !== undefined){
let data16 = data13.loss;
const _errs19 = errors;
if(!((data16 === null) || (typeof data16 == "number"))){
validate2.errors = [{instancePath:instancePath+"/baseline/loss",schemaPath:"/properties/baseline/properties/loss/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid12 = _errs19 === errors;
}
else {
valid12 = false;
validate2.errors = [{instancePath:instancePath+"/baseline",schemaPath:"/properties/baseline/properties/loss",keyword:"properties",params:{error: "missing", missingProperty: "loss"},message:"must have property 'loss'"}];
return false;
}
if(valid12){
for(const key3 in data13){
if(((key3 !== "balancedAccuracy") && (key3 !== "f1")) && (key3 !== "loss")){
validate2.errors = [{instancePath:instancePath+"/baseline/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/baseline",keyword:"properties",params:{error: "additional", additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid11){
validate2.errors = [{instancePath:instancePath+"/baseline",schemaPath:"/properties/baseline/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs14 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/baseline",keyword:"properties",params:{error: "missing", missingProperty: "baseline"},message:"must have property 'baseline'"}];
return false;
}
if(valid1){
if(data.resampled !== undefined){
let data17 = data.resampled;
const _errs21 = errors;
if(!((typeof data17 == "string") && ((data17 === "images") || (data17 === "groups")))){
validate2.errors = [{instancePath:instancePath+"/resampled",schemaPath:"/properties/resampled/enum",keyword:"enum",params:{allowedValues: schema2.properties.resampled.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs21 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/resampled",keyword:"properties",params:{error: "missing", missingProperty: "resampled"},message:"must have property 'resampled'"}];
return false;
}
if(valid1){
if(data.accuracy !== undefined){
const _errs22 = errors;
if(!(typeof data.accuracy == "number")){
validate2.errors = [{instancePath:instancePath+"/accuracy",schemaPath:"/properties/accuracy/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid1 = _errs22 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/accuracy",keyword:"properties",params:{error: "missing", missingProperty: "accuracy"},message:"must have property 'accuracy'"}];
return false;
}
if(valid1){
if(data.balancedAccuracy !== undefined){
let data19 = data.balancedAccuracy;
const _errs23 = errors;
if(!((data19 === null) || (typeof data19 == "number"))){
validate2.errors = [{instancePath:instancePath+"/balancedAccuracy",schemaPath:"/properties/balancedAccuracy/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid1 = _errs23 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/balancedAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "balancedAccuracy"},message:"must have property 'balancedAccuracy'"}];
return false;
}
if(valid1){
if(data.loss !== undefined){
const _errs25 = errors;
if(!(typeof data.loss == "number")){
validate2.errors = [{instancePath:instancePath+"/loss",schemaPath:"/properties/loss/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid1 = _errs25 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/loss",keyword:"properties",params:{error: "missing", missingProperty: "loss"},message:"must have property 'loss'"}];
return false;
}
if(valid1){
if(data.brier !== undefined){
let data21 = data.brier;
const _errs26 = errors;
if(!((data21 === null) || (typeof data21 == "number"))){
validate2.errors = [{instancePath:instancePath+"/brier",schemaPath:"/properties/brier/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid1 = _errs26 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/brier",keyword:"properties",params:{error: "missing", missingProperty: "brier"},message:"must have property 'brier'"}];
return false;
}
if(valid1){
if(data.calibrationError !== undefined){
let data22 = data.calibrationError;
const _errs28 = errors;
if(!((data22 === null) || (typeof data22 == "number"))){
validate2.errors = [{instancePath:instancePath+"/calibrationError",schemaPath:"/properties/calibrationError/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid1 = _errs28 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/calibrationError",keyword:"properties",params:{error: "missing", missingProperty: "calibrationError"},message:"must have property 'calibrationError'"}];
return false;
}
if(valid1){
if(data.kappa !== undefined){
let data23 = data.kappa;
const _errs30 = errors;
if(!((data23 === null) || (typeof data23 == "number"))){
validate2.errors = [{instancePath:instancePath+"/kappa",schemaPath:"/properties/kappa/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid1 = _errs30 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/kappa",keyword:"properties",params:{error: "missing", missingProperty: "kappa"},message:"must have property 'kappa'"}];
return false;
}
if(valid1){
if(data.matthews !== undefined){
let data24 = data.matthews;
const _errs32 = errors;
if(!((data24 === null) || (typeof data24 == "number"))){
validate2.errors = [{instancePath:instancePath+"/matthews",schemaPath:"/properties/matthews/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid1 = _errs32 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/matthews",keyword:"properties",params:{error: "missing", missingProperty: "matthews"},message:"must have property 'matthews'"}];
return false;
}
if(valid1){
if(data.macro !== undefined){
let data25 = data.macro;
const _errs34 = errors;
let valid14 = false;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
valid14 = true;
var valid15;
if(data25.precision !== undefined){
let data26 = data25.precision;
const _errs35 = errors;
if(!((data26 === null) || (typeof data26 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/precision",schemaPath:"/properties/macro/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs35 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid15){
if(data25.recall !== undefined){
let data27 = data25.recall;
const _errs37 = errors;
if(!((data27 === null) || (typeof data27 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/recall",schemaPath:"/properties/macro/properties/recall/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs37 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/recall",keyword:"properties",params:{error: "missing", missingProperty: "recall"},message:"must have property 'recall'"}];
return false;
}
if(valid15){
if(data25.specificity !== undefined){
let data28 = data25.specificity;
const _errs39 = errors;
if(!((data28 === null) || (typeof data28 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/specificity",schemaPath:"/properties/macro/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs39 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid15){
if(data25.f1 !== undefined){
let data29 = data25.f1;
const _errs41 = errors;
if(!((data29 === null) || (typeof data29 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/f1",schemaPath:"/properties/macro/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs41 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid15){
if(data25.auc !== undefined){
let data30 = data25.auc;
const _errs43 = errors;
if(!((data30 === null) || (typeof data30 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/auc",schemaPath:"/properties/macro/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs43 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid15){
if(data25.averagePrecision !== undefined){
let data31 = data25.averagePrecision;
const _errs45 = errors;
if(!((data31 === null) || (typeof data31 == "number"))){
validate2.errors = [{instancePath:instancePath+"/macro/averagePrecision",schemaPath:"/properties/macro/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid15 = _errs45 === errors;
}
else {
valid15 = false;
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid15){
for(const key4 in data25){
if((((((key4 !== "precision") && (key4 !== "recall")) && (key4 !== "specificity")) && (key4 !== "f1")) && (key4 !== "auc")) && (key4 !== "averagePrecision")){
validate2.errors = [{instancePath:instancePath+"/macro/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/macro",keyword:"properties",params:{error: "additional", additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
if(!valid14){
validate2.errors = [{instancePath:instancePath+"/macro",schemaPath:"/properties/macro/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs34 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/macro",keyword:"properties",params:{error: "missing", missingProperty: "macro"},message:"must have property 'macro'"}];
return false;
}
if(valid1){
if(data.weighted !== undefined){
let data32 = data.weighted;
const _errs47 = errors;
let valid17 = false;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
valid17 = true;
var valid18;
if(data32.precision !== undefined){
let data33 = data32.precision;
const _errs48 = errors;
if(!((data33 === null) || (typeof data33 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/precision",schemaPath:"/properties/weighted/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs48 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid18){
if(data32.recall !== undefined){
let data34 = data32.recall;
const _errs50 = errors;
if(!((data34 === null) || (typeof data34 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/recall",schemaPath:"/properties/weighted/properties/recall/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs50 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/recall",keyword:"properties",params:{error: "missing", missingProperty: "recall"},message:"must have property 'recall'"}];
return false;
}
if(valid18){
if(data32.specificity !== undefined){
let data35 = data32.specificity;
const _errs52 = errors;
if(!((data35 === null) || (typeof data35 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/specificity",schemaPath:"/properties/weighted/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs52 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid18){
if(data32.f1 !== undefined){
let data36 = data32.f1;
const _errs54 = errors;
if(!((data36 === null) || (typeof data36 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/f1",schemaPath:"/properties/weighted/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs54 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid18){
if(data32.auc !== undefined){
let data37 = data32.auc;
const _errs56 = errors;
if(!((data37 === null) || (typeof data37 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/auc",schemaPath:"/properties/weighted/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs56 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid18){
if(data32.averagePrecision !== undefined){
let data38 = data32.averagePrecision;
const _errs58 = errors;
if(!((data38 === null) || (typeof data38 == "number"))){
validate2.errors = [{instancePath:instancePath+"/weighted/averagePrecision",schemaPath:"/properties/weighted/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid18 = _errs58 === errors;
}
else {
valid18 = false;
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid18){
for(const key5 in data32){
if((((((key5 !== "precision") && (key5 !== "recall")) && (key5 !== "specificity")) && (key5 !== "f1")) && (key5 !== "auc")) && (key5 !== "averagePrecision")){
validate2.errors = [{instancePath:instancePath+"/weighted/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/weighted",keyword:"properties",params:{error: "additional", additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
if(!valid17){
validate2.errors = [{instancePath:instancePath+"/weighted",schemaPath:"/properties/weighted/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs47 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/weighted",keyword:"properties",params:{error: "missing", missingProperty: "weighted"},message:"must have property 'weighted'"}];
return false;
}
if(valid1){
if(data.topAccuracy !== undefined){
let data39 = data.topAccuracy;
const _errs60 = errors;
let valid20 = false;
if(!valid20){
if(Array.isArray(data39)){
var valid21 = true;
const len0 = data39.length;
for(let i0=0; i0<len0; i0++){
let data40 = data39[i0];
const _errs61 = errors;
let valid22 = false;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
valid22 = true;
var valid23;
if(data40.count !== undefined){
let data41 = data40.count;
const _errs62 = errors;
if(!(typeof data41 == "number" && isFinite(data41) && !(data41 % 1) && data41 >= 0 && data41 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/count",schemaPath:"/properties/topAccuracy/elements/properties/count/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid23 = _errs62 === errors;
}
else {
valid23 = false;
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0,schemaPath:"/properties/topAccuracy/elements/properties/count",keyword:"properties",params:{error: "missing", missingProperty: "count"},message:"must have property 'count'"}];
return false;
}
if(valid23){
if(data40.accuracy !== undefined){
const _errs63 = errors;
if(!(typeof data40.accuracy == "number")){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/accuracy",schemaPath:"/properties/topAccuracy/elements/properties/accuracy/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid23 = _errs63 === errors;
}
else {
valid23 = false;
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0,schemaPath:"/properties/topAccuracy/elements/properties/accuracy",keyword:"properties",params:{error: "missing", missingProperty: "accuracy"},message:"must have property 'accuracy'"}];
return false;
}
if(valid23){
var valid24;
if(data40.interval !== undefined){
let data43 = data40.interval;
const _errs64 = errors;
let valid25 = data43 === null;
if(!valid25 && typeof data43 == "object" && !Array.isArray(data43)){
valid25 = true;
var valid26;
if(data43.low !== undefined){
const _errs65 = errors;
if(!(typeof data43.low == "number")){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval/low",schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid26 = _errs65 === errors;
}
else {
valid26 = false;
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval",schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid26){
if(data43.high !== undefined){
const _errs66 = errors;
if(!(typeof data43.high == "number")){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval/high",schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid26 = _errs66 === errors;
}
else {
valid26 = false;
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval",schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid26){
for(const key6 in data43){
if((key6 !== "low") && (key6 !== "high")){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval",keyword:"properties",params:{error: "additional", additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid25){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/interval",schemaPath:"/properties/topAccuracy/elements/optionalProperties/interval/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid24 = _errs64 === errors;
}
else {
valid24 = true;
}
if(valid24){
for(const key7 in data40){
if(((key7 !== "count") && (key7 !== "accuracy")) && (key7 !== "interval")){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0+"/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/topAccuracy/elements",keyword:"properties",params:{error: "additional", additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid22){
validate2.errors = [{instancePath:instancePath+"/topAccuracy/" + i0,schemaPath:"/properties/topAccuracy/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid21 = _errs61 === errors;
if(!valid21){
break;
}
}
valid20 = valid21;
}
else {
validate2.errors = [{instancePath:instancePath+"/topAccuracy",schemaPath:"/properties/topAccuracy/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs60 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/topAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "topAccuracy"},message:"must have property 'topAccuracy'"}];
return false;
}
if(valid1){
if(data.positive !== undefined){
let data46 = data.positive;
const _errs68 = errors;
let valid28 = data46 === null;
if(!valid28 && typeof data46 == "object" && !Array.isArray(data46)){
valid28 = true;
var valid29;
if(data46.label !== undefined){
const _errs69 = errors;
if(!(typeof data46.label == "string")){
validate2.errors = [{instancePath:instancePath+"/positive/label",schemaPath:"/properties/positive/properties/label/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid29 = _errs69 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/label",keyword:"properties",params:{error: "missing", missingProperty: "label"},message:"must have property 'label'"}];
return false;
}
if(valid29){
if(data46.sensitivity !== undefined){
let data48 = data46.sensitivity;
const _errs70 = errors;
if(!((data48 === null) || (typeof data48 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/sensitivity",schemaPath:"/properties/positive/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs70 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid29){
if(data46.specificity !== undefined){
let data49 = data46.specificity;
const _errs72 = errors;
if(!((data49 === null) || (typeof data49 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/specificity",schemaPath:"/properties/positive/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs72 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid29){
if(data46.precision !== undefined){
let data50 = data46.precision;
const _errs74 = errors;
if(!((data50 === null) || (typeof data50 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/precision",schemaPath:"/properties/positive/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs74 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid29){
if(data46.f1 !== undefined){
let data51 = data46.f1;
const _errs76 = errors;
if(!((data51 === null) || (typeof data51 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/f1",schemaPath:"/properties/positive/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs76 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid29){
if(data46.auc !== undefined){
let data52 = data46.auc;
const _errs78 = errors;
if(!((data52 === null) || (typeof data52 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/auc",schemaPath:"/properties/positive/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs78 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid29){
if(data46.averagePrecision !== undefined){
let data53 = data46.averagePrecision;
const _errs80 = errors;
if(!((data53 === null) || (typeof data53 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/averagePrecision",schemaPath:"/properties/positive/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid29 = _errs80 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid29){
if(data46.operatingPoint !== undefined){
let data54 = data46.operatingPoint;
const _errs82 = errors;
let valid30 = data54 === null;
if(!valid30 && typeof data54 == "object" && !Array.isArray(data54)){
valid30 = true;
var valid31;
if(data54.wanted !== undefined){
const _errs83 = errors;
if(!(typeof data54.wanted == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/wanted",schemaPath:"/properties/positive/properties/operatingPoint/properties/wanted/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid31 = _errs83 === errors;
}
else {
valid31 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint",schemaPath:"/properties/positive/properties/operatingPoint/properties/wanted",keyword:"properties",params:{error: "missing", missingProperty: "wanted"},message:"must have property 'wanted'"}];
return false;
}
if(valid31){
if(data54.reached !== undefined){
let data56 = data54.reached;
const _errs84 = errors;
let valid32 = data56 === null;
if(!valid32 && typeof data56 == "object" && !Array.isArray(data56)){
valid32 = true;
var valid33;
if(data56.threshold !== undefined){
const _errs85 = errors;
if(!(typeof data56.threshold == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/threshold",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/threshold/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid33 = _errs85 === errors;
}
else {
valid33 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/threshold",keyword:"properties",params:{error: "missing", missingProperty: "threshold"},message:"must have property 'threshold'"}];
return false;
}
if(valid33){
if(data56.sensitivity !== undefined){
let data58 = data56.sensitivity;
const _errs86 = errors;
if(!((data58 === null) || (typeof data58 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid33 = _errs86 === errors;
}
else {
valid33 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid33){
if(data56.specificity !== undefined){
let data59 = data56.specificity;
const _errs88 = errors;
if(!((data59 === null) || (typeof data59 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/specificity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid33 = _errs88 === errors;
}
else {
valid33 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid33){
if(data56.precision !== undefined){
let data60 = data56.precision;
const _errs90 = errors;
if(!((data60 === null) || (typeof data60 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/precision",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid33 = _errs90 === errors;
}
else {
valid33 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid33){
var valid34;
if(data56.intervals !== undefined){
let data61 = data56.intervals;
const _errs92 = errors;
let valid35 = false;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
valid35 = true;
var valid37;
if(data61.sensitivity !== undefined){
let data62 = data61.sensitivity;
const _errs93 = errors;
let valid38 = data62 === null;
if(!valid38 && typeof data62 == "object" && !Array.isArray(data62)){
valid38 = true;
var valid39;
if(data62.low !== undefined){
const _errs94 = errors;
if(!(typeof data62.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity/low",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid39 = _errs94 === errors;
}
else {
valid39 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid39){
if(data62.high !== undefined){
const _errs95 = errors;
if(!(typeof data62.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity/high",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid39 = _errs95 === errors;
}
else {
valid39 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid39){
for(const key8 in data62){
if((key8 !== "low") && (key8 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid38){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid37 = _errs93 === errors;
}
else {
valid37 = true;
}
if(valid37){
if(data61.specificity !== undefined){
let data65 = data61.specificity;
const _errs97 = errors;
let valid41 = data65 === null;
if(!valid41 && typeof data65 == "object" && !Array.isArray(data65)){
valid41 = true;
var valid42;
if(data65.low !== undefined){
const _errs98 = errors;
if(!(typeof data65.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity/low",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid42 = _errs98 === errors;
}
else {
valid42 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid42){
if(data65.high !== undefined){
const _errs99 = errors;
if(!(typeof data65.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity/high",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid42 = _errs99 === errors;
}
else {
valid42 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid42){
for(const key9 in data65){
if((key9 !== "low") && (key9 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid41){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid37 = _errs97 === errors;
}
else {
valid37 = true;
}
if(valid37){
if(data61.precision !== undefined){
let data68 = data61.precision;
const _errs101 = errors;
let valid44 = data68 === null;
if(!valid44 && typeof data68 == "object" && !Array.isArray(data68)){
valid44 = true;
var valid45;
if(data68.low !== undefined){
const _errs102 = errors;
if(!(typeof data68.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision/low",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid45 = _errs102 === errors;
}
else {
valid45 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid45){
if(data68.high !== undefined){
const _errs103 = errors;
if(!(typeof data68.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision/high",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid45 = _errs103 === errors;
}
else {
valid45 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid45){
for(const key10 in data68){
if((key10 !== "low") && (key10 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision",keyword:"properties",params:{error: "additional", additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid44){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid37 = _errs101 === errors;
}
else {
valid37 = true;
}
if(valid37){
for(const key11 in data61){
if(((key11 !== "sensitivity") && (key11 !== "specificity")) && (key11 !== "precision")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key11},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid35){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/intervals",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid34 = _errs92 === errors;
}
else {
valid34 = true;
}
if(valid34){
for(const key12 in data56){
if(((((key12 !== "threshold") && (key12 !== "sensitivity")) && (key12 !== "specificity")) && (key12 !== "precision")) && (key12 !== "intervals")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/properties/reached",keyword:"properties",params:{error: "additional", additionalProperty: key12},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid32){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/reached",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid31 = _errs84 === errors;
}
else {
valid31 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint",schemaPath:"/properties/positive/properties/operatingPoint/properties/reached",keyword:"properties",params:{error: "missing", missingProperty: "reached"},message:"must have property 'reached'"}];
return false;
}
if(valid31){
var valid47;
if(data54.share !== undefined){
let data71 = data54.share;
const _errs106 = errors;
if(!((typeof data71 == "string") && ((data71 === "sensitivity") || (data71 === "specificity")))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/share",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/share/enum",keyword:"enum",params:{allowedValues: schema2.properties.positive.properties.operatingPoint.optionalProperties.share.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid47 = _errs106 === errors;
}
else {
valid47 = true;
}
if(valid47){
if(data54.chosen !== undefined){
let data72 = data54.chosen;
const _errs107 = errors;
let valid48 = data72 === null;
if(!valid48 && typeof data72 == "object" && !Array.isArray(data72)){
valid48 = true;
var valid49;
if(data72.threshold !== undefined){
const _errs108 = errors;
if(!(typeof data72.threshold == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/threshold",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/threshold/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid49 = _errs108 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/threshold",keyword:"properties",params:{error: "missing", missingProperty: "threshold"},message:"must have property 'threshold'"}];
return false;
}
if(valid49){
if(data72.sensitivity !== undefined){
let data74 = data72.sensitivity;
const _errs109 = errors;
if(!((data74 === null) || (typeof data74 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid49 = _errs109 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid49){
if(data72.specificity !== undefined){
let data75 = data72.specificity;
const _errs111 = errors;
if(!((data75 === null) || (typeof data75 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/specificity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid49 = _errs111 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid49){
if(data72.precision !== undefined){
let data76 = data72.precision;
const _errs113 = errors;
if(!((data76 === null) || (typeof data76 == "number"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/precision",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid49 = _errs113 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid49){
if(data72.split !== undefined){
let data77 = data72.split;
const _errs115 = errors;
if(!((typeof data77 == "string") && ((data77 === "validation") || (data77 === "test")))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/split",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/split/enum",keyword:"enum",params:{allowedValues: schema2.properties.positive.properties.operatingPoint.optionalProperties.chosen.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid49 = _errs115 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid49){
if(data72.images !== undefined){
let data78 = data72.images;
const _errs116 = errors;
if(!(typeof data78 == "number" && isFinite(data78) && !(data78 % 1) && data78 >= 0 && data78 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/images",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/images/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid49 = _errs116 === errors;
}
else {
valid49 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/images",keyword:"properties",params:{error: "missing", missingProperty: "images"},message:"must have property 'images'"}];
return false;
}
if(valid49){
var valid50;
if(data72.intervals !== undefined){
let data79 = data72.intervals;
const _errs117 = errors;
let valid51 = false;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
valid51 = true;
var valid53;
if(data79.sensitivity !== undefined){
let data80 = data79.sensitivity;
const _errs118 = errors;
let valid54 = data80 === null;
if(!valid54 && typeof data80 == "object" && !Array.isArray(data80)){
valid54 = true;
var valid55;
if(data80.low !== undefined){
const _errs119 = errors;
if(!(typeof data80.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity/low",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid55 = _errs119 === errors;
}
else {
valid55 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid55){
if(data80.high !== undefined){
const _errs120 = errors;
if(!(typeof data80.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity/high",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid55 = _errs120 === errors;
}
else {
valid55 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid55){
for(const key13 in data80){
if((key13 !== "low") && (key13 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key13},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid54){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid53 = _errs118 === errors;
}
else {
valid53 = true;
}
if(valid53){
if(data79.specificity !== undefined){
let data83 = data79.specificity;
const _errs122 = errors;
let valid57 = data83 === null;
if(!valid57 && typeof data83 == "object" && !Array.isArray(data83)){
valid57 = true;
var valid58;
if(data83.low !== undefined){
const _errs123 = errors;
if(!(typeof data83.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity/low",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid58 = _errs123 === errors;
}
else {
valid58 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid58){
if(data83.high !== undefined){
const _errs124 = errors;
if(!(typeof data83.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity/high",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid58 = _errs124 === errors;
}
else {
valid58 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid58){
for(const key14 in data83){
if((key14 !== "low") && (key14 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key14},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid57){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid53 = _errs122 === errors;
}
else {
valid53 = true;
}
if(valid53){
if(data79.precision !== undefined){
let data86 = data79.precision;
const _errs126 = errors;
let valid60 = data86 === null;
if(!valid60 && typeof data86 == "object" && !Array.isArray(data86)){
valid60 = true;
var valid61;
if(data86.low !== undefined){
const _errs127 = errors;
if(!(typeof data86.low == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision/low",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid61 = _errs127 === errors;
}
else {
valid61 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid61){
if(data86.high !== undefined){
const _errs128 = errors;
if(!(typeof data86.high == "number")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision/high",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid61 = _errs128 === errors;
}
else {
valid61 = false;
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid61){
for(const key15 in data86){
if((key15 !== "low") && (key15 !== "high")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision",keyword:"properties",params:{error: "additional", additionalProperty: key15},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid60){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid53 = _errs126 === errors;
}
else {
valid53 = true;
}
if(valid53){
for(const key16 in data79){
if(((key16 !== "sensitivity") && (key16 !== "specificity")) && (key16 !== "precision")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key16},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid51){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/intervals",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid50 = _errs117 === errors;
}
else {
valid50 = true;
}
if(valid50){
for(const key17 in data72){
if(((((((key17 !== "threshold") && (key17 !== "sensitivity")) && (key17 !== "specificity")) && (key17 !== "precision")) && (key17 !== "split")) && (key17 !== "images")) && (key17 !== "intervals")){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen",keyword:"properties",params:{error: "additional", additionalProperty: key17},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
if(!valid48){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/chosen",schemaPath:"/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid47 = _errs107 === errors;
}
else {
valid47 = true;
}
if(valid47){
for(const key18 in data54){
if(((key18 !== "wanted") && (key18 !== "reached")) && ((key18 !== "share") && (key18 !== "chosen"))){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive/properties/operatingPoint",keyword:"properties",params:{error: "additional", additionalProperty: key18},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
if(!valid30){
validate2.errors = [{instancePath:instancePath+"/positive/operatingPoint",schemaPath:"/properties/positive/properties/operatingPoint/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid29 = _errs82 === errors;
}
else {
valid29 = false;
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties/operatingPoint",keyword:"properties",params:{error: "missing", missingProperty: "operatingPoint"},message:"must have property 'operatingPoint'"}];
return false;
}
if(valid29){
for(const key19 in data46){
if((((((((key19 !== "label") && (key19 !== "sensitivity")) && (key19 !== "specificity")) && (key19 !== "precision")) && (key19 !== "f1")) && (key19 !== "auc")) && (key19 !== "averagePrecision")) && (key19 !== "operatingPoint")){
validate2.errors = [{instancePath:instancePath+"/positive/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/positive",keyword:"properties",params:{error: "additional", additionalProperty: key19},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
if(!valid28){
validate2.errors = [{instancePath:instancePath+"/positive",schemaPath:"/properties/positive/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid1 = _errs68 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/positive",keyword:"properties",params:{error: "missing", missingProperty: "positive"},message:"must have property 'positive'"}];
return false;
}
if(valid1){
if(data.intervals !== undefined){
let data89 = data.intervals;
const _errs133 = errors;
let valid64 = false;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
valid64 = true;
var valid66;
if(data89.accuracy !== undefined){
let data90 = data89.accuracy;
const _errs134 = errors;
let valid67 = data90 === null;
if(!valid67 && typeof data90 == "object" && !Array.isArray(data90)){
valid67 = true;
var valid68;
if(data90.low !== undefined){
const _errs135 = errors;
if(!(typeof data90.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy/low",schemaPath:"/properties/intervals/optionalProperties/accuracy/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid68 = _errs135 === errors;
}
else {
valid68 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy",schemaPath:"/properties/intervals/optionalProperties/accuracy/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid68){
if(data90.high !== undefined){
const _errs136 = errors;
if(!(typeof data90.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy/high",schemaPath:"/properties/intervals/optionalProperties/accuracy/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid68 = _errs136 === errors;
}
else {
valid68 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy",schemaPath:"/properties/intervals/optionalProperties/accuracy/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid68){
for(const key20 in data90){
if((key20 !== "low") && (key20 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/accuracy",keyword:"properties",params:{error: "additional", additionalProperty: key20},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid67){
validate2.errors = [{instancePath:instancePath+"/intervals/accuracy",schemaPath:"/properties/intervals/optionalProperties/accuracy/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs134 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.balancedAccuracy !== undefined){
let data93 = data89.balancedAccuracy;
const _errs138 = errors;
let valid70 = data93 === null;
if(!valid70 && typeof data93 == "object" && !Array.isArray(data93)){
valid70 = true;
var valid71;
if(data93.low !== undefined){
const _errs139 = errors;
if(!(typeof data93.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy/low",schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid71 = _errs139 === errors;
}
else {
valid71 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy",schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid71){
if(data93.high !== undefined){
const _errs140 = errors;
if(!(typeof data93.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy/high",schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid71 = _errs140 === errors;
}
else {
valid71 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy",schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid71){
for(const key21 in data93){
if((key21 !== "low") && (key21 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy",keyword:"properties",params:{error: "additional", additionalProperty: key21},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid70){
validate2.errors = [{instancePath:instancePath+"/intervals/balancedAccuracy",schemaPath:"/properties/intervals/optionalProperties/balancedAccuracy/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs138 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.loss !== undefined){
let data96 = data89.loss;
const _errs142 = errors;
let valid73 = data96 === null;
if(!valid73 && typeof data96 == "object" && !Array.isArray(data96)){
valid73 = true;
var valid74;
if(data96.low !== undefined){
const _errs143 = errors;
if(!(typeof data96.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/loss/low",schemaPath:"/properties/intervals/optionalProperties/loss/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid74 = _errs143 === errors;
}
else {
valid74 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/loss",schemaPath:"/properties/intervals/optionalProperties/loss/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid74){
if(data96.high !== undefined){
const _errs144 = errors;
if(!(typeof data96.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/loss/high",schemaPath:"/properties/intervals/optionalProperties/loss/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid74 = _errs144 === errors;
}
else {
valid74 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/loss",schemaPath:"/properties/intervals/optionalProperties/loss/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid74){
for(const key22 in data96){
if((key22 !== "low") && (key22 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/loss/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/loss",keyword:"properties",params:{error: "additional", additionalProperty: key22},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid73){
validate2.errors = [{instancePath:instancePath+"/intervals/loss",schemaPath:"/properties/intervals/optionalProperties/loss/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs142 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.brier !== undefined){
let data99 = data89.brier;
const _errs146 = errors;
let valid76 = data99 === null;
if(!valid76 && typeof data99 == "object" && !Array.isArray(data99)){
valid76 = true;
var valid77;
if(data99.low !== undefined){
const _errs147 = errors;
if(!(typeof data99.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/brier/low",schemaPath:"/properties/intervals/optionalProperties/brier/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid77 = _errs147 === errors;
}
else {
valid77 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/brier",schemaPath:"/properties/intervals/optionalProperties/brier/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid77){
if(data99.high !== undefined){
const _errs148 = errors;
if(!(typeof data99.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/brier/high",schemaPath:"/properties/intervals/optionalProperties/brier/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid77 = _errs148 === errors;
}
else {
valid77 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/brier",schemaPath:"/properties/intervals/optionalProperties/brier/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid77){
for(const key23 in data99){
if((key23 !== "low") && (key23 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/brier/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/brier",keyword:"properties",params:{error: "additional", additionalProperty: key23},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid76){
validate2.errors = [{instancePath:instancePath+"/intervals/brier",schemaPath:"/properties/intervals/optionalProperties/brier/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs146 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.kappa !== undefined){
let data102 = data89.kappa;
const _errs150 = errors;
let valid79 = data102 === null;
if(!valid79 && typeof data102 == "object" && !Array.isArray(data102)){
valid79 = true;
var valid80;
if(data102.low !== undefined){
const _errs151 = errors;
if(!(typeof data102.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/kappa/low",schemaPath:"/properties/intervals/optionalProperties/kappa/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid80 = _errs151 === errors;
}
else {
valid80 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/kappa",schemaPath:"/properties/intervals/optionalProperties/kappa/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid80){
if(data102.high !== undefined){
const _errs152 = errors;
if(!(typeof data102.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/kappa/high",schemaPath:"/properties/intervals/optionalProperties/kappa/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid80 = _errs152 === errors;
}
else {
valid80 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/kappa",schemaPath:"/properties/intervals/optionalProperties/kappa/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid80){
for(const key24 in data102){
if((key24 !== "low") && (key24 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/kappa/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/kappa",keyword:"properties",params:{error: "additional", additionalProperty: key24},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid79){
validate2.errors = [{instancePath:instancePath+"/intervals/kappa",schemaPath:"/properties/intervals/optionalProperties/kappa/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs150 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.matthews !== undefined){
let data105 = data89.matthews;
const _errs154 = errors;
let valid82 = data105 === null;
if(!valid82 && typeof data105 == "object" && !Array.isArray(data105)){
valid82 = true;
var valid83;
if(data105.low !== undefined){
const _errs155 = errors;
if(!(typeof data105.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/matthews/low",schemaPath:"/properties/intervals/optionalProperties/matthews/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid83 = _errs155 === errors;
}
else {
valid83 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/matthews",schemaPath:"/properties/intervals/optionalProperties/matthews/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid83){
if(data105.high !== undefined){
const _errs156 = errors;
if(!(typeof data105.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/matthews/high",schemaPath:"/properties/intervals/optionalProperties/matthews/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid83 = _errs156 === errors;
}
else {
valid83 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/matthews",schemaPath:"/properties/intervals/optionalProperties/matthews/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid83){
for(const key25 in data105){
if((key25 !== "low") && (key25 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/matthews/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/matthews",keyword:"properties",params:{error: "additional", additionalProperty: key25},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid82){
validate2.errors = [{instancePath:instancePath+"/intervals/matthews",schemaPath:"/properties/intervals/optionalProperties/matthews/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs154 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.f1 !== undefined){
let data108 = data89.f1;
const _errs158 = errors;
let valid85 = data108 === null;
if(!valid85 && typeof data108 == "object" && !Array.isArray(data108)){
valid85 = true;
var valid86;
if(data108.low !== undefined){
const _errs159 = errors;
if(!(typeof data108.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/f1/low",schemaPath:"/properties/intervals/optionalProperties/f1/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid86 = _errs159 === errors;
}
else {
valid86 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/f1",schemaPath:"/properties/intervals/optionalProperties/f1/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid86){
if(data108.high !== undefined){
const _errs160 = errors;
if(!(typeof data108.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/f1/high",schemaPath:"/properties/intervals/optionalProperties/f1/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid86 = _errs160 === errors;
}
else {
valid86 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/f1",schemaPath:"/properties/intervals/optionalProperties/f1/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid86){
for(const key26 in data108){
if((key26 !== "low") && (key26 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/f1/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/f1",keyword:"properties",params:{error: "additional", additionalProperty: key26},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid85){
validate2.errors = [{instancePath:instancePath+"/intervals/f1",schemaPath:"/properties/intervals/optionalProperties/f1/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs158 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.auc !== undefined){
let data111 = data89.auc;
const _errs162 = errors;
let valid88 = data111 === null;
if(!valid88 && typeof data111 == "object" && !Array.isArray(data111)){
valid88 = true;
var valid89;
if(data111.low !== undefined){
const _errs163 = errors;
if(!(typeof data111.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/auc/low",schemaPath:"/properties/intervals/optionalProperties/auc/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid89 = _errs163 === errors;
}
else {
valid89 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/auc",schemaPath:"/properties/intervals/optionalProperties/auc/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid89){
if(data111.high !== undefined){
const _errs164 = errors;
if(!(typeof data111.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/auc/high",schemaPath:"/properties/intervals/optionalProperties/auc/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid89 = _errs164 === errors;
}
else {
valid89 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/auc",schemaPath:"/properties/intervals/optionalProperties/auc/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid89){
for(const key27 in data111){
if((key27 !== "low") && (key27 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/auc/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/auc",keyword:"properties",params:{error: "additional", additionalProperty: key27},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid88){
validate2.errors = [{instancePath:instancePath+"/intervals/auc",schemaPath:"/properties/intervals/optionalProperties/auc/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs162 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.averagePrecision !== undefined){
let data114 = data89.averagePrecision;
const _errs166 = errors;
let valid91 = data114 === null;
if(!valid91 && typeof data114 == "object" && !Array.isArray(data114)){
valid91 = true;
var valid92;
if(data114.low !== undefined){
const _errs167 = errors;
if(!(typeof data114.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision/low",schemaPath:"/properties/intervals/optionalProperties/averagePrecision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid92 = _errs167 === errors;
}
else {
valid92 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision",schemaPath:"/properties/intervals/optionalProperties/averagePrecision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid92){
if(data114.high !== undefined){
const _errs168 = errors;
if(!(typeof data114.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision/high",schemaPath:"/properties/intervals/optionalProperties/averagePrecision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid92 = _errs168 === errors;
}
else {
valid92 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision",schemaPath:"/properties/intervals/optionalProperties/averagePrecision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid92){
for(const key28 in data114){
if((key28 !== "low") && (key28 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/averagePrecision",keyword:"properties",params:{error: "additional", additionalProperty: key28},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid91){
validate2.errors = [{instancePath:instancePath+"/intervals/averagePrecision",schemaPath:"/properties/intervals/optionalProperties/averagePrecision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs166 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.sensitivity !== undefined){
let data117 = data89.sensitivity;
const _errs170 = errors;
let valid94 = data117 === null;
if(!valid94 && typeof data117 == "object" && !Array.isArray(data117)){
valid94 = true;
var valid95;
if(data117.low !== undefined){
const _errs171 = errors;
if(!(typeof data117.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity/low",schemaPath:"/properties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid95 = _errs171 === errors;
}
else {
valid95 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity",schemaPath:"/properties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid95){
if(data117.high !== undefined){
const _errs172 = errors;
if(!(typeof data117.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity/high",schemaPath:"/properties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid95 = _errs172 === errors;
}
else {
valid95 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity",schemaPath:"/properties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid95){
for(const key29 in data117){
if((key29 !== "low") && (key29 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity/" + key29.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key29},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid94){
validate2.errors = [{instancePath:instancePath+"/intervals/sensitivity",schemaPath:"/properties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs170 === errors;
}
else {
valid66 = true;
}
if(valid66){
if(data89.specificity !== undefined){
let data120 = data89.specificity;
const _errs174 = errors;
let valid97 = data120 === null;
if(!valid97 && typeof data120 == "object" && !Array.isArray(data120)){
valid97 = true;
var valid98;
if(data120.low !== undefined){
const _errs175 = errors;
if(!(typeof data120.low == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/specificity/low",schemaPath:"/properties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid98 = _errs175 === errors;
}
else {
valid98 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/specificity",schemaPath:"/properties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid98){
if(data120.high !== undefined){
const _errs176 = errors;
if(!(typeof data120.high == "number")){
validate2.errors = [{instancePath:instancePath+"/intervals/specificity/high",schemaPath:"/properties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid98 = _errs176 === errors;
}
else {
valid98 = false;
validate2.errors = [{instancePath:instancePath+"/intervals/specificity",schemaPath:"/properties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid98){
for(const key30 in data120){
if((key30 !== "low") && (key30 !== "high")){
validate2.errors = [{instancePath:instancePath+"/intervals/specificity/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key30},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid97){
validate2.errors = [{instancePath:instancePath+"/intervals/specificity",schemaPath:"/properties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid66 = _errs174 === errors;
}
else {
valid66 = true;
}
if(valid66){
for(const key31 in data89){
if(!(func0.call(schema2.properties.intervals.optionalProperties, key31))){
validate2.errors = [{instancePath:instancePath+"/intervals/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key31},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid64){
validate2.errors = [{instancePath:instancePath+"/intervals",schemaPath:"/properties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs133 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/intervals",keyword:"properties",params:{error: "missing", missingProperty: "intervals"},message:"must have property 'intervals'"}];
return false;
}
if(valid1){
if(data.groups !== undefined){
let data123 = data.groups;
const _errs178 = errors;
let valid100 = data123 === null;
if(!valid100 && typeof data123 == "object" && !Array.isArray(data123)){
valid100 = true;
var valid101;
if(data123.count !== undefined){
let data124 = data123.count;
const _errs179 = errors;
if(!(typeof data124 == "number" && isFinite(data124) && !(data124 % 1) && data124 >= 0 && data124 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/groups/count",schemaPath:"/properties/groups/properties/count/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid101 = _errs179 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/count",keyword:"properties",params:{error: "missing", missingProperty: "count"},message:"must have property 'count'"}];
return false;
}
if(valid101){
if(data123.mixed !== undefined){
let data125 = data123.mixed;
const _errs180 = errors;
if(!(typeof data125 == "number" && isFinite(data125) && !(data125 % 1) && data125 >= 0 && data125 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/groups/mixed",schemaPath:"/properties/groups/properties/mixed/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid101 = _errs180 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/mixed",keyword:"properties",params:{error: "missing", missingProperty: "mixed"},message:"must have property 'mixed'"}];
return false;
}
if(valid101){
if(data123.accuracy !== undefined){
const _errs181 = errors;
if(!(typeof data123.accuracy == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/accuracy",schemaPath:"/properties/groups/properties/accuracy/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid101 = _errs181 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/accuracy",keyword:"properties",params:{error: "missing", missingProperty: "accuracy"},message:"must have property 'accuracy'"}];
return false;
}
if(valid101){
if(data123.balancedAccuracy !== undefined){
let data127 = data123.balancedAccuracy;
const _errs182 = errors;
if(!((data127 === null) || (typeof data127 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/balancedAccuracy",schemaPath:"/properties/groups/properties/balancedAccuracy/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid101 = _errs182 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/balancedAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "balancedAccuracy"},message:"must have property 'balancedAccuracy'"}];
return false;
}
if(valid101){
if(data123.loss !== undefined){
const _errs184 = errors;
if(!(typeof data123.loss == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/loss",schemaPath:"/properties/groups/properties/loss/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid101 = _errs184 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/loss",keyword:"properties",params:{error: "missing", missingProperty: "loss"},message:"must have property 'loss'"}];
return false;
}
if(valid101){
if(data123.brier !== undefined){
let data129 = data123.brier;
const _errs185 = errors;
if(!((data129 === null) || (typeof data129 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/brier",schemaPath:"/properties/groups/properties/brier/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid101 = _errs185 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/brier",keyword:"properties",params:{error: "missing", missingProperty: "brier"},message:"must have property 'brier'"}];
return false;
}
if(valid101){
if(data123.calibrationError !== undefined){
let data130 = data123.calibrationError;
const _errs187 = errors;
if(!((data130 === null) || (typeof data130 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/calibrationError",schemaPath:"/properties/groups/properties/calibrationError/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid101 = _errs187 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/calibrationError",keyword:"properties",params:{error: "missing", missingProperty: "calibrationError"},message:"must have property 'calibrationError'"}];
return false;
}
if(valid101){
if(data123.kappa !== undefined){
let data131 = data123.kappa;
const _errs189 = errors;
if(!((data131 === null) || (typeof data131 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/kappa",schemaPath:"/properties/groups/properties/kappa/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid101 = _errs189 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/kappa",keyword:"properties",params:{error: "missing", missingProperty: "kappa"},message:"must have property 'kappa'"}];
return false;
}
if(valid101){
if(data123.matthews !== undefined){
let data132 = data123.matthews;
const _errs191 = errors;
if(!((data132 === null) || (typeof data132 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/matthews",schemaPath:"/properties/groups/properties/matthews/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid101 = _errs191 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/matthews",keyword:"properties",params:{error: "missing", missingProperty: "matthews"},message:"must have property 'matthews'"}];
return false;
}
if(valid101){
if(data123.macro !== undefined){
let data133 = data123.macro;
const _errs193 = errors;
let valid102 = false;
if(data133 && typeof data133 == "object" && !Array.isArray(data133)){
valid102 = true;
var valid103;
if(data133.precision !== undefined){
let data134 = data133.precision;
const _errs194 = errors;
if(!((data134 === null) || (typeof data134 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/precision",schemaPath:"/properties/groups/properties/macro/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs194 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid103){
if(data133.recall !== undefined){
let data135 = data133.recall;
const _errs196 = errors;
if(!((data135 === null) || (typeof data135 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/recall",schemaPath:"/properties/groups/properties/macro/properties/recall/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs196 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/recall",keyword:"properties",params:{error: "missing", missingProperty: "recall"},message:"must have property 'recall'"}];
return false;
}
if(valid103){
if(data133.specificity !== undefined){
let data136 = data133.specificity;
const _errs198 = errors;
if(!((data136 === null) || (typeof data136 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/specificity",schemaPath:"/properties/groups/properties/macro/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs198 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid103){
if(data133.f1 !== undefined){
let data137 = data133.f1;
const _errs200 = errors;
if(!((data137 === null) || (typeof data137 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/f1",schemaPath:"/properties/groups/properties/macro/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs200 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid103){
if(data133.auc !== undefined){
let data138 = data133.auc;
const _errs202 = errors;
if(!((data138 === null) || (typeof data138 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/auc",schemaPath:"/properties/groups/properties/macro/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs202 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid103){
if(data133.averagePrecision !== undefined){
let data139 = data133.averagePrecision;
const _errs204 = errors;
if(!((data139 === null) || (typeof data139 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/macro/averagePrecision",schemaPath:"/properties/groups/properties/macro/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid103 = _errs204 === errors;
}
else {
valid103 = false;
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid103){
for(const key32 in data133){
if((((((key32 !== "precision") && (key32 !== "recall")) && (key32 !== "specificity")) && (key32 !== "f1")) && (key32 !== "auc")) && (key32 !== "averagePrecision")){
validate2.errors = [{instancePath:instancePath+"/groups/macro/" + key32.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/macro",keyword:"properties",params:{error: "additional", additionalProperty: key32},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
if(!valid102){
validate2.errors = [{instancePath:instancePath+"/groups/macro",schemaPath:"/properties/groups/properties/macro/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid101 = _errs193 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/macro",keyword:"properties",params:{error: "missing", missingProperty: "macro"},message:"must have property 'macro'"}];
return false;
}
if(valid101){
if(data123.weighted !== undefined){
let data140 = data123.weighted;
const _errs206 = errors;
let valid105 = false;
if(data140 && typeof data140 == "object" && !Array.isArray(data140)){
valid105 = true;
var valid106;
if(data140.precision !== undefined){
let data141 = data140.precision;
const _errs207 = errors;
if(!((data141 === null) || (typeof data141 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/precision",schemaPath:"/properties/groups/properties/weighted/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs207 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid106){
if(data140.recall !== undefined){
let data142 = data140.recall;
const _errs209 = errors;
if(!((data142 === null) || (typeof data142 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/recall",schemaPath:"/properties/groups/properties/weighted/properties/recall/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs209 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/recall",keyword:"properties",params:{error: "missing", missingProperty: "recall"},message:"must have property 'recall'"}];
return false;
}
if(valid106){
if(data140.specificity !== undefined){
let data143 = data140.specificity;
const _errs211 = errors;
if(!((data143 === null) || (typeof data143 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/specificity",schemaPath:"/properties/groups/properties/weighted/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs211 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid106){
if(data140.f1 !== undefined){
let data144 = data140.f1;
const _errs213 = errors;
if(!((data144 === null) || (typeof data144 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/f1",schemaPath:"/properties/groups/properties/weighted/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs213 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid106){
if(data140.auc !== undefined){
let data145 = data140.auc;
const _errs215 = errors;
if(!((data145 === null) || (typeof data145 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/auc",schemaPath:"/properties/groups/properties/weighted/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs215 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid106){
if(data140.averagePrecision !== undefined){
let data146 = data140.averagePrecision;
const _errs217 = errors;
if(!((data146 === null) || (typeof data146 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/averagePrecision",schemaPath:"/properties/groups/properties/weighted/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid106 = _errs217 === errors;
}
else {
valid106 = false;
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid106){
for(const key33 in data140){
if((((((key33 !== "precision") && (key33 !== "recall")) && (key33 !== "specificity")) && (key33 !== "f1")) && (key33 !== "auc")) && (key33 !== "averagePrecision")){
validate2.errors = [{instancePath:instancePath+"/groups/weighted/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/weighted",keyword:"properties",params:{error: "additional", additionalProperty: key33},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
if(!valid105){
validate2.errors = [{instancePath:instancePath+"/groups/weighted",schemaPath:"/properties/groups/properties/weighted/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid101 = _errs206 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/weighted",keyword:"properties",params:{error: "missing", missingProperty: "weighted"},message:"must have property 'weighted'"}];
return false;
}
if(valid101){
if(data123.topAccuracy !== undefined){
let data147 = data123.topAccuracy;
const _errs219 = errors;
let valid108 = false;
if(!valid108){
if(Array.isArray(data147)){
var valid109 = true;
const len1 = data147.length;
for(let i1=0; i1<len1; i1++){
let data148 = data147[i1];
const _errs220 = errors;
let valid110 = false;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
valid110 = true;
var valid111;
if(data148.count !== undefined){
let data149 = data148.count;
const _errs221 = errors;
if(!(typeof data149 == "number" && isFinite(data149) && !(data149 % 1) && data149 >= 0 && data149 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/count",schemaPath:"/properties/groups/properties/topAccuracy/elements/properties/count/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid111 = _errs221 === errors;
}
else {
valid111 = false;
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1,schemaPath:"/properties/groups/properties/topAccuracy/elements/properties/count",keyword:"properties",params:{error: "missing", missingProperty: "count"},message:"must have property 'count'"}];
return false;
}
if(valid111){
if(data148.accuracy !== undefined){
const _errs222 = errors;
if(!(typeof data148.accuracy == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/accuracy",schemaPath:"/properties/groups/properties/topAccuracy/elements/properties/accuracy/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid111 = _errs222 === errors;
}
else {
valid111 = false;
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1,schemaPath:"/properties/groups/properties/topAccuracy/elements/properties/accuracy",keyword:"properties",params:{error: "missing", missingProperty: "accuracy"},message:"must have property 'accuracy'"}];
return false;
}
if(valid111){
var valid112;
if(data148.interval !== undefined){
let data151 = data148.interval;
const _errs223 = errors;
let valid113 = data151 === null;
if(!valid113 && typeof data151 == "object" && !Array.isArray(data151)){
valid113 = true;
var valid114;
if(data151.low !== undefined){
const _errs224 = errors;
if(!(typeof data151.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval/low",schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid114 = _errs224 === errors;
}
else {
valid114 = false;
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval",schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid114){
if(data151.high !== undefined){
const _errs225 = errors;
if(!(typeof data151.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval/high",schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid114 = _errs225 === errors;
}
else {
valid114 = false;
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval",schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid114){
for(const key34 in data151){
if((key34 !== "low") && (key34 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval",keyword:"properties",params:{error: "additional", additionalProperty: key34},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid113){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/interval",schemaPath:"/properties/groups/properties/topAccuracy/elements/optionalProperties/interval/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid112 = _errs223 === errors;
}
else {
valid112 = true;
}
if(valid112){
for(const key35 in data148){
if(((key35 !== "count") && (key35 !== "accuracy")) && (key35 !== "interval")){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1+"/" + key35.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/topAccuracy/elements",keyword:"properties",params:{error: "additional", additionalProperty: key35},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid110){
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy/" + i1,schemaPath:"/properties/groups/properties/topAccuracy/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid109 = _errs220 === errors;
if(!valid109){
break;
}
}
valid108 = valid109;
}
else {
validate2.errors = [{instancePath:instancePath+"/groups/topAccuracy",schemaPath:"/properties/groups/properties/topAccuracy/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid101 = _errs219 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/topAccuracy",keyword:"properties",params:{error: "missing", missingProperty: "topAccuracy"},message:"must have property 'topAccuracy'"}];
return false;
}
if(valid101){
if(data123.positive !== undefined){
let data154 = data123.positive;
const _errs227 = errors;
let valid116 = data154 === null;
if(!valid116 && typeof data154 == "object" && !Array.isArray(data154)){
valid116 = true;
var valid117;
if(data154.label !== undefined){
const _errs228 = errors;
if(!(typeof data154.label == "string")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/label",schemaPath:"/properties/groups/properties/positive/properties/label/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid117 = _errs228 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/label",keyword:"properties",params:{error: "missing", missingProperty: "label"},message:"must have property 'label'"}];
return false;
}
if(valid117){
if(data154.sensitivity !== undefined){
let data156 = data154.sensitivity;
const _errs229 = errors;
if(!((data156 === null) || (typeof data156 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs229 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid117){
if(data154.specificity !== undefined){
let data157 = data154.specificity;
const _errs231 = errors;
if(!((data157 === null) || (typeof data157 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/specificity",schemaPath:"/properties/groups/properties/positive/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs231 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid117){
if(data154.precision !== undefined){
let data158 = data154.precision;
const _errs233 = errors;
if(!((data158 === null) || (typeof data158 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/precision",schemaPath:"/properties/groups/properties/positive/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs233 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid117){
if(data154.f1 !== undefined){
let data159 = data154.f1;
const _errs235 = errors;
if(!((data159 === null) || (typeof data159 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/f1",schemaPath:"/properties/groups/properties/positive/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs235 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid117){
if(data154.auc !== undefined){
let data160 = data154.auc;
const _errs237 = errors;
if(!((data160 === null) || (typeof data160 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/auc",schemaPath:"/properties/groups/properties/positive/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs237 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid117){
if(data154.averagePrecision !== undefined){
let data161 = data154.averagePrecision;
const _errs239 = errors;
if(!((data161 === null) || (typeof data161 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/averagePrecision",schemaPath:"/properties/groups/properties/positive/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid117 = _errs239 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid117){
if(data154.operatingPoint !== undefined){
let data162 = data154.operatingPoint;
const _errs241 = errors;
let valid118 = data162 === null;
if(!valid118 && typeof data162 == "object" && !Array.isArray(data162)){
valid118 = true;
var valid119;
if(data162.wanted !== undefined){
const _errs242 = errors;
if(!(typeof data162.wanted == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/wanted",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/wanted/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid119 = _errs242 === errors;
}
else {
valid119 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/wanted",keyword:"properties",params:{error: "missing", missingProperty: "wanted"},message:"must have property 'wanted'"}];
return false;
}
if(valid119){
if(data162.reached !== undefined){
let data164 = data162.reached;
const _errs243 = errors;
let valid120 = data164 === null;
if(!valid120 && typeof data164 == "object" && !Array.isArray(data164)){
valid120 = true;
var valid121;
if(data164.threshold !== undefined){
const _errs244 = errors;
if(!(typeof data164.threshold == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/threshold",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/threshold/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid121 = _errs244 === errors;
}
else {
valid121 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/threshold",keyword:"properties",params:{error: "missing", missingProperty: "threshold"},message:"must have property 'threshold'"}];
return false;
}
if(valid121){
if(data164.sensitivity !== undefined){
let data166 = data164.sensitivity;
const _errs245 = errors;
if(!((data166 === null) || (typeof data166 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid121 = _errs245 === errors;
}
else {
valid121 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid121){
if(data164.specificity !== undefined){
let data167 = data164.specificity;
const _errs247 = errors;
if(!((data167 === null) || (typeof data167 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid121 = _errs247 === errors;
}
else {
valid121 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid121){
if(data164.precision !== undefined){
let data168 = data164.precision;
const _errs249 = errors;
if(!((data168 === null) || (typeof data168 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid121 = _errs249 === errors;
}
else {
valid121 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid121){
var valid122;
if(data164.intervals !== undefined){
let data169 = data164.intervals;
const _errs251 = errors;
let valid123 = false;
if(data169 && typeof data169 == "object" && !Array.isArray(data169)){
valid123 = true;
var valid125;
if(data169.sensitivity !== undefined){
let data170 = data169.sensitivity;
const _errs252 = errors;
let valid126 = data170 === null;
if(!valid126 && typeof data170 == "object" && !Array.isArray(data170)){
valid126 = true;
var valid127;
if(data170.low !== undefined){
const _errs253 = errors;
if(!(typeof data170.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid127 = _errs253 === errors;
}
else {
valid127 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid127){
if(data170.high !== undefined){
const _errs254 = errors;
if(!(typeof data170.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid127 = _errs254 === errors;
}
else {
valid127 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid127){
for(const key36 in data170){
if((key36 !== "low") && (key36 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity/" + key36.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key36},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid126){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid125 = _errs252 === errors;
}
else {
valid125 = true;
}
if(valid125){
if(data169.specificity !== undefined){
let data173 = data169.specificity;
const _errs256 = errors;
let valid129 = data173 === null;
if(!valid129 && typeof data173 == "object" && !Array.isArray(data173)){
valid129 = true;
var valid130;
if(data173.low !== undefined){
const _errs257 = errors;
if(!(typeof data173.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid130 = _errs257 === errors;
}
else {
valid130 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid130){
if(data173.high !== undefined){
const _errs258 = errors;
if(!(typeof data173.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid130 = _errs258 === errors;
}
else {
valid130 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid130){
for(const key37 in data173){
if((key37 !== "low") && (key37 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key37},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid129){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid125 = _errs256 === errors;
}
else {
valid125 = true;
}
if(valid125){
if(data169.precision !== undefined){
let data176 = data169.precision;
const _errs260 = errors;
let valid132 = data176 === null;
if(!valid132 && typeof data176 == "object" && !Array.isArray(data176)){
valid132 = true;
var valid133;
if(data176.low !== undefined){
const _errs261 = errors;
if(!(typeof data176.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid133 = _errs261 === errors;
}
else {
valid133 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid133){
if(data176.high !== undefined){
const _errs262 = errors;
if(!(typeof data176.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid133 = _errs262 === errors;
}
else {
valid133 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid133){
for(const key38 in data176){
if((key38 !== "low") && (key38 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision/" + key38.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision",keyword:"properties",params:{error: "additional", additionalProperty: key38},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid132){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties/precision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid125 = _errs260 === errors;
}
else {
valid125 = true;
}
if(valid125){
for(const key39 in data169){
if(((key39 !== "sensitivity") && (key39 !== "specificity")) && (key39 !== "precision")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals/" + key39.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key39},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid123){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/intervals",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/optionalProperties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid122 = _errs251 === errors;
}
else {
valid122 = true;
}
if(valid122){
for(const key40 in data164){
if(((((key40 !== "threshold") && (key40 !== "sensitivity")) && (key40 !== "specificity")) && (key40 !== "precision")) && (key40 !== "intervals")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached",keyword:"properties",params:{error: "additional", additionalProperty: key40},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid120){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/reached",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid119 = _errs243 === errors;
}
else {
valid119 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties/reached",keyword:"properties",params:{error: "missing", missingProperty: "reached"},message:"must have property 'reached'"}];
return false;
}
if(valid119){
var valid135;
if(data162.share !== undefined){
let data179 = data162.share;
const _errs265 = errors;
if(!((typeof data179 == "string") && ((data179 === "sensitivity") || (data179 === "specificity")))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/share",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/share/enum",keyword:"enum",params:{allowedValues: schema2.properties.groups.properties.positive.properties.operatingPoint.optionalProperties.share.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid135 = _errs265 === errors;
}
else {
valid135 = true;
}
if(valid135){
if(data162.chosen !== undefined){
let data180 = data162.chosen;
const _errs266 = errors;
let valid136 = data180 === null;
if(!valid136 && typeof data180 == "object" && !Array.isArray(data180)){
valid136 = true;
var valid137;
if(data180.threshold !== undefined){
const _errs267 = errors;
if(!(typeof data180.threshold == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/threshold",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/threshold/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid137 = _errs267 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/threshold",keyword:"properties",params:{error: "missing", missingProperty: "threshold"},message:"must have property 'threshold'"}];
return false;
}
if(valid137){
if(data180.sensitivity !== undefined){
let data182 = data180.sensitivity;
const _errs268 = errors;
if(!((data182 === null) || (typeof data182 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/sensitivity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid137 = _errs268 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/sensitivity",keyword:"properties",params:{error: "missing", missingProperty: "sensitivity"},message:"must have property 'sensitivity'"}];
return false;
}
if(valid137){
if(data180.specificity !== undefined){
let data183 = data180.specificity;
const _errs270 = errors;
if(!((data183 === null) || (typeof data183 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid137 = _errs270 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid137){
if(data180.precision !== undefined){
let data184 = data180.precision;
const _errs272 = errors;
if(!((data184 === null) || (typeof data184 == "number"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid137 = _errs272 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid137){
if(data180.split !== undefined){
let data185 = data180.split;
const _errs274 = errors;
if(!((typeof data185 == "string") && ((data185 === "validation") || (data185 === "test")))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/split",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/split/enum",keyword:"enum",params:{allowedValues: schema2.properties.groups.properties.positive.properties.operatingPoint.optionalProperties.chosen.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid137 = _errs274 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid137){
if(data180.images !== undefined){
let data186 = data180.images;
const _errs275 = errors;
if(!(typeof data186 == "number" && isFinite(data186) && !(data186 % 1) && data186 >= 0 && data186 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/images",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/images/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid137 = _errs275 === errors;
}
else {
valid137 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties/images",keyword:"properties",params:{error: "missing", missingProperty: "images"},message:"must have property 'images'"}];
return false;
}
if(valid137){
var valid138;
if(data180.intervals !== undefined){
let data187 = data180.intervals;
const _errs276 = errors;
let valid139 = false;
if(data187 && typeof data187 == "object" && !Array.isArray(data187)){
valid139 = true;
var valid141;
if(data187.sensitivity !== undefined){
let data188 = data187.sensitivity;
const _errs277 = errors;
let valid142 = data188 === null;
if(!valid142 && typeof data188 == "object" && !Array.isArray(data188)){
valid142 = true;
var valid143;
if(data188.low !== undefined){
const _errs278 = errors;
if(!(typeof data188.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid143 = _errs278 === errors;
}
else {
valid143 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid143){
if(data188.high !== undefined){
const _errs279 = errors;
if(!(typeof data188.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid143 = _errs279 === errors;
}
else {
valid143 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid143){
for(const key41 in data188){
if((key41 !== "low") && (key41 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity/" + key41.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key41},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid142){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/sensitivity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid141 = _errs277 === errors;
}
else {
valid141 = true;
}
if(valid141){
if(data187.specificity !== undefined){
let data191 = data187.specificity;
const _errs281 = errors;
let valid145 = data191 === null;
if(!valid145 && typeof data191 == "object" && !Array.isArray(data191)){
valid145 = true;
var valid146;
if(data191.low !== undefined){
const _errs282 = errors;
if(!(typeof data191.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid146 = _errs282 === errors;
}
else {
valid146 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid146){
if(data191.high !== undefined){
const _errs283 = errors;
if(!(typeof data191.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid146 = _errs283 === errors;
}
else {
valid146 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid146){
for(const key42 in data191){
if((key42 !== "low") && (key42 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity/" + key42.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key42},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid145){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/specificity",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid141 = _errs281 === errors;
}
else {
valid141 = true;
}
if(valid141){
if(data187.precision !== undefined){
let data194 = data187.precision;
const _errs285 = errors;
let valid148 = data194 === null;
if(!valid148 && typeof data194 == "object" && !Array.isArray(data194)){
valid148 = true;
var valid149;
if(data194.low !== undefined){
const _errs286 = errors;
if(!(typeof data194.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision/low",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid149 = _errs286 === errors;
}
else {
valid149 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid149){
if(data194.high !== undefined){
const _errs287 = errors;
if(!(typeof data194.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision/high",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid149 = _errs287 === errors;
}
else {
valid149 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid149){
for(const key43 in data194){
if((key43 !== "low") && (key43 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision/" + key43.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision",keyword:"properties",params:{error: "additional", additionalProperty: key43},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid148){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/precision",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties/precision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid141 = _errs285 === errors;
}
else {
valid141 = true;
}
if(valid141){
for(const key44 in data187){
if(((key44 !== "sensitivity") && (key44 !== "specificity")) && (key44 !== "precision")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals/" + key44.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key44},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid139){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/intervals",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/optionalProperties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid138 = _errs276 === errors;
}
else {
valid138 = true;
}
if(valid138){
for(const key45 in data180){
if(((((((key45 !== "threshold") && (key45 !== "sensitivity")) && (key45 !== "specificity")) && (key45 !== "precision")) && (key45 !== "split")) && (key45 !== "images")) && (key45 !== "intervals")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen/" + key45.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen",keyword:"properties",params:{error: "additional", additionalProperty: key45},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
if(!valid136){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/chosen",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/optionalProperties/chosen/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid135 = _errs266 === errors;
}
else {
valid135 = true;
}
if(valid135){
for(const key46 in data162){
if(((key46 !== "wanted") && (key46 !== "reached")) && ((key46 !== "share") && (key46 !== "chosen"))){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint/" + key46.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive/properties/operatingPoint",keyword:"properties",params:{error: "additional", additionalProperty: key46},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
if(!valid118){
validate2.errors = [{instancePath:instancePath+"/groups/positive/operatingPoint",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid117 = _errs241 === errors;
}
else {
valid117 = false;
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties/operatingPoint",keyword:"properties",params:{error: "missing", missingProperty: "operatingPoint"},message:"must have property 'operatingPoint'"}];
return false;
}
if(valid117){
for(const key47 in data154){
if((((((((key47 !== "label") && (key47 !== "sensitivity")) && (key47 !== "specificity")) && (key47 !== "precision")) && (key47 !== "f1")) && (key47 !== "auc")) && (key47 !== "averagePrecision")) && (key47 !== "operatingPoint")){
validate2.errors = [{instancePath:instancePath+"/groups/positive/" + key47.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/positive",keyword:"properties",params:{error: "additional", additionalProperty: key47},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
if(!valid116){
validate2.errors = [{instancePath:instancePath+"/groups/positive",schemaPath:"/properties/groups/properties/positive/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid101 = _errs227 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/positive",keyword:"properties",params:{error: "missing", missingProperty: "positive"},message:"must have property 'positive'"}];
return false;
}
if(valid101){
if(data123.intervals !== undefined){
let data197 = data123.intervals;
const _errs292 = errors;
let valid152 = false;
if(data197 && typeof data197 == "object" && !Array.isArray(data197)){
valid152 = true;
var valid154;
if(data197.accuracy !== undefined){
let data198 = data197.accuracy;
const _errs293 = errors;
let valid155 = data198 === null;
if(!valid155 && typeof data198 == "object" && !Array.isArray(data198)){
valid155 = true;
var valid156;
if(data198.low !== undefined){
const _errs294 = errors;
if(!(typeof data198.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid156 = _errs294 === errors;
}
else {
valid156 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid156){
if(data198.high !== undefined){
const _errs295 = errors;
if(!(typeof data198.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid156 = _errs295 === errors;
}
else {
valid156 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid156){
for(const key48 in data198){
if((key48 !== "low") && (key48 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy/" + key48.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy",keyword:"properties",params:{error: "additional", additionalProperty: key48},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid155){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/accuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/accuracy/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs293 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.balancedAccuracy !== undefined){
let data201 = data197.balancedAccuracy;
const _errs297 = errors;
let valid158 = data201 === null;
if(!valid158 && typeof data201 == "object" && !Array.isArray(data201)){
valid158 = true;
var valid159;
if(data201.low !== undefined){
const _errs298 = errors;
if(!(typeof data201.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid159 = _errs298 === errors;
}
else {
valid159 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid159){
if(data201.high !== undefined){
const _errs299 = errors;
if(!(typeof data201.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid159 = _errs299 === errors;
}
else {
valid159 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid159){
for(const key49 in data201){
if((key49 !== "low") && (key49 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy/" + key49.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy",keyword:"properties",params:{error: "additional", additionalProperty: key49},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid158){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/balancedAccuracy",schemaPath:"/properties/groups/properties/intervals/optionalProperties/balancedAccuracy/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs297 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.loss !== undefined){
let data204 = data197.loss;
const _errs301 = errors;
let valid161 = data204 === null;
if(!valid161 && typeof data204 == "object" && !Array.isArray(data204)){
valid161 = true;
var valid162;
if(data204.low !== undefined){
const _errs302 = errors;
if(!(typeof data204.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid162 = _errs302 === errors;
}
else {
valid162 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss",schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid162){
if(data204.high !== undefined){
const _errs303 = errors;
if(!(typeof data204.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid162 = _errs303 === errors;
}
else {
valid162 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss",schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid162){
for(const key50 in data204){
if((key50 !== "low") && (key50 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss/" + key50.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss",keyword:"properties",params:{error: "additional", additionalProperty: key50},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid161){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/loss",schemaPath:"/properties/groups/properties/intervals/optionalProperties/loss/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs301 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.brier !== undefined){
let data207 = data197.brier;
const _errs305 = errors;
let valid164 = data207 === null;
if(!valid164 && typeof data207 == "object" && !Array.isArray(data207)){
valid164 = true;
var valid165;
if(data207.low !== undefined){
const _errs306 = errors;
if(!(typeof data207.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid165 = _errs306 === errors;
}
else {
valid165 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier",schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid165){
if(data207.high !== undefined){
const _errs307 = errors;
if(!(typeof data207.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid165 = _errs307 === errors;
}
else {
valid165 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier",schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid165){
for(const key51 in data207){
if((key51 !== "low") && (key51 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier/" + key51.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier",keyword:"properties",params:{error: "additional", additionalProperty: key51},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid164){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/brier",schemaPath:"/properties/groups/properties/intervals/optionalProperties/brier/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs305 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.kappa !== undefined){
let data210 = data197.kappa;
const _errs309 = errors;
let valid167 = data210 === null;
if(!valid167 && typeof data210 == "object" && !Array.isArray(data210)){
valid167 = true;
var valid168;
if(data210.low !== undefined){
const _errs310 = errors;
if(!(typeof data210.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid168 = _errs310 === errors;
}
else {
valid168 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa",schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid168){
if(data210.high !== undefined){
const _errs311 = errors;
if(!(typeof data210.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid168 = _errs311 === errors;
}
else {
valid168 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa",schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid168){
for(const key52 in data210){
if((key52 !== "low") && (key52 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa/" + key52.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa",keyword:"properties",params:{error: "additional", additionalProperty: key52},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid167){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/kappa",schemaPath:"/properties/groups/properties/intervals/optionalProperties/kappa/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs309 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.matthews !== undefined){
let data213 = data197.matthews;
const _errs313 = errors;
let valid170 = data213 === null;
if(!valid170 && typeof data213 == "object" && !Array.isArray(data213)){
valid170 = true;
var valid171;
if(data213.low !== undefined){
const _errs314 = errors;
if(!(typeof data213.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid171 = _errs314 === errors;
}
else {
valid171 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews",schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid171){
if(data213.high !== undefined){
const _errs315 = errors;
if(!(typeof data213.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid171 = _errs315 === errors;
}
else {
valid171 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews",schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid171){
for(const key53 in data213){
if((key53 !== "low") && (key53 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews/" + key53.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews",keyword:"properties",params:{error: "additional", additionalProperty: key53},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid170){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/matthews",schemaPath:"/properties/groups/properties/intervals/optionalProperties/matthews/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs313 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.f1 !== undefined){
let data216 = data197.f1;
const _errs317 = errors;
let valid173 = data216 === null;
if(!valid173 && typeof data216 == "object" && !Array.isArray(data216)){
valid173 = true;
var valid174;
if(data216.low !== undefined){
const _errs318 = errors;
if(!(typeof data216.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid174 = _errs318 === errors;
}
else {
valid174 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1",schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid174){
if(data216.high !== undefined){
const _errs319 = errors;
if(!(typeof data216.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid174 = _errs319 === errors;
}
else {
valid174 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1",schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid174){
for(const key54 in data216){
if((key54 !== "low") && (key54 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1/" + key54.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1",keyword:"properties",params:{error: "additional", additionalProperty: key54},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid173){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/f1",schemaPath:"/properties/groups/properties/intervals/optionalProperties/f1/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs317 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.auc !== undefined){
let data219 = data197.auc;
const _errs321 = errors;
let valid176 = data219 === null;
if(!valid176 && typeof data219 == "object" && !Array.isArray(data219)){
valid176 = true;
var valid177;
if(data219.low !== undefined){
const _errs322 = errors;
if(!(typeof data219.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid177 = _errs322 === errors;
}
else {
valid177 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc",schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid177){
if(data219.high !== undefined){
const _errs323 = errors;
if(!(typeof data219.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid177 = _errs323 === errors;
}
else {
valid177 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc",schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid177){
for(const key55 in data219){
if((key55 !== "low") && (key55 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc/" + key55.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc",keyword:"properties",params:{error: "additional", additionalProperty: key55},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid176){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/auc",schemaPath:"/properties/groups/properties/intervals/optionalProperties/auc/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs321 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.averagePrecision !== undefined){
let data222 = data197.averagePrecision;
const _errs325 = errors;
let valid179 = data222 === null;
if(!valid179 && typeof data222 == "object" && !Array.isArray(data222)){
valid179 = true;
var valid180;
if(data222.low !== undefined){
const _errs326 = errors;
if(!(typeof data222.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid180 = _errs326 === errors;
}
else {
valid180 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision",schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid180){
if(data222.high !== undefined){
const _errs327 = errors;
if(!(typeof data222.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid180 = _errs327 === errors;
}
else {
valid180 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision",schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid180){
for(const key56 in data222){
if((key56 !== "low") && (key56 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision/" + key56.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision",keyword:"properties",params:{error: "additional", additionalProperty: key56},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid179){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/averagePrecision",schemaPath:"/properties/groups/properties/intervals/optionalProperties/averagePrecision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs325 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.sensitivity !== undefined){
let data225 = data197.sensitivity;
const _errs329 = errors;
let valid182 = data225 === null;
if(!valid182 && typeof data225 == "object" && !Array.isArray(data225)){
valid182 = true;
var valid183;
if(data225.low !== undefined){
const _errs330 = errors;
if(!(typeof data225.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid183 = _errs330 === errors;
}
else {
valid183 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid183){
if(data225.high !== undefined){
const _errs331 = errors;
if(!(typeof data225.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid183 = _errs331 === errors;
}
else {
valid183 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid183){
for(const key57 in data225){
if((key57 !== "low") && (key57 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity/" + key57.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity",keyword:"properties",params:{error: "additional", additionalProperty: key57},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid182){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/sensitivity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/sensitivity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs329 === errors;
}
else {
valid154 = true;
}
if(valid154){
if(data197.specificity !== undefined){
let data228 = data197.specificity;
const _errs333 = errors;
let valid185 = data228 === null;
if(!valid185 && typeof data228 == "object" && !Array.isArray(data228)){
valid185 = true;
var valid186;
if(data228.low !== undefined){
const _errs334 = errors;
if(!(typeof data228.low == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity/low",schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid186 = _errs334 === errors;
}
else {
valid186 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid186){
if(data228.high !== undefined){
const _errs335 = errors;
if(!(typeof data228.high == "number")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity/high",schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid186 = _errs335 === errors;
}
else {
valid186 = false;
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid186){
for(const key58 in data228){
if((key58 !== "low") && (key58 !== "high")){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity/" + key58.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key58},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid185){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/specificity",schemaPath:"/properties/groups/properties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid154 = _errs333 === errors;
}
else {
valid154 = true;
}
if(valid154){
for(const key59 in data197){
if(!(func0.call(schema2.properties.groups.properties.intervals.optionalProperties, key59))){
validate2.errors = [{instancePath:instancePath+"/groups/intervals/" + key59.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups/properties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key59},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid152){
validate2.errors = [{instancePath:instancePath+"/groups/intervals",schemaPath:"/properties/groups/properties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid101 = _errs292 === errors;
}
else {
valid101 = false;
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties/intervals",keyword:"properties",params:{error: "missing", missingProperty: "intervals"},message:"must have property 'intervals'"}];
return false;
}
if(valid101){
for(const key60 in data123){
if(!(func0.call(schema2.properties.groups.properties, key60))){
validate2.errors = [{instancePath:instancePath+"/groups/" + key60.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/groups",keyword:"properties",params:{error: "additional", additionalProperty: key60},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid100){
validate2.errors = [{instancePath:instancePath+"/groups",schemaPath:"/properties/groups/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid1 = _errs178 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/groups",keyword:"properties",params:{error: "missing", missingProperty: "groups"},message:"must have property 'groups'"}];
return false;
}
if(valid1){
if(data.classes !== undefined){
let data231 = data.classes;
const _errs338 = errors;
let valid189 = false;
if(!valid189){
if(Array.isArray(data231)){
var valid190 = true;
const len2 = data231.length;
for(let i2=0; i2<len2; i2++){
let data232 = data231[i2];
const _errs339 = errors;
let valid191 = false;
if(data232 && typeof data232 == "object" && !Array.isArray(data232)){
valid191 = true;
var valid192;
if(data232.label !== undefined){
const _errs340 = errors;
if(!(typeof data232.label == "string")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/label",schemaPath:"/properties/classes/elements/properties/label/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid192 = _errs340 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/label",keyword:"properties",params:{error: "missing", missingProperty: "label"},message:"must have property 'label'"}];
return false;
}
if(valid192){
if(data232.support !== undefined){
let data234 = data232.support;
const _errs341 = errors;
if(!(typeof data234 == "number" && isFinite(data234) && !(data234 % 1) && data234 >= 0 && data234 <= 4294967295)){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/support",schemaPath:"/properties/classes/elements/properties/support/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid192 = _errs341 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/support",keyword:"properties",params:{error: "missing", missingProperty: "support"},message:"must have property 'support'"}];
return false;
}
if(valid192){
if(data232.precision !== undefined){
let data235 = data232.precision;
const _errs342 = errors;
if(!((data235 === null) || (typeof data235 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/precision",schemaPath:"/properties/classes/elements/properties/precision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs342 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/precision",keyword:"properties",params:{error: "missing", missingProperty: "precision"},message:"must have property 'precision'"}];
return false;
}
if(valid192){
if(data232.recall !== undefined){
let data236 = data232.recall;
const _errs344 = errors;
if(!((data236 === null) || (typeof data236 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/recall",schemaPath:"/properties/classes/elements/properties/recall/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs344 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/recall",keyword:"properties",params:{error: "missing", missingProperty: "recall"},message:"must have property 'recall'"}];
return false;
}
if(valid192){
if(data232.specificity !== undefined){
let data237 = data232.specificity;
const _errs346 = errors;
if(!((data237 === null) || (typeof data237 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/specificity",schemaPath:"/properties/classes/elements/properties/specificity/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs346 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/specificity",keyword:"properties",params:{error: "missing", missingProperty: "specificity"},message:"must have property 'specificity'"}];
return false;
}
if(valid192){
if(data232.f1 !== undefined){
let data238 = data232.f1;
const _errs348 = errors;
if(!((data238 === null) || (typeof data238 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/f1",schemaPath:"/properties/classes/elements/properties/f1/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs348 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/f1",keyword:"properties",params:{error: "missing", missingProperty: "f1"},message:"must have property 'f1'"}];
return false;
}
if(valid192){
if(data232.auc !== undefined){
let data239 = data232.auc;
const _errs350 = errors;
if(!((data239 === null) || (typeof data239 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/auc",schemaPath:"/properties/classes/elements/properties/auc/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs350 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/auc",keyword:"properties",params:{error: "missing", missingProperty: "auc"},message:"must have property 'auc'"}];
return false;
}
if(valid192){
if(data232.averagePrecision !== undefined){
let data240 = data232.averagePrecision;
const _errs352 = errors;
if(!((data240 === null) || (typeof data240 == "number"))){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/averagePrecision",schemaPath:"/properties/classes/elements/properties/averagePrecision/type",keyword:"type",params:{type: "float64", nullable: true},message:"must be float64 or null"}];
return false;
}
var valid192 = _errs352 === errors;
}
else {
valid192 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties/averagePrecision",keyword:"properties",params:{error: "missing", missingProperty: "averagePrecision"},message:"must have property 'averagePrecision'"}];
return false;
}
if(valid192){
var valid193;
if(data232.intervals !== undefined){
let data241 = data232.intervals;
const _errs354 = errors;
let valid194 = false;
if(data241 && typeof data241 == "object" && !Array.isArray(data241)){
valid194 = true;
var valid196;
if(data241.precision !== undefined){
let data242 = data241.precision;
const _errs355 = errors;
let valid197 = data242 === null;
if(!valid197 && typeof data242 == "object" && !Array.isArray(data242)){
valid197 = true;
var valid198;
if(data242.low !== undefined){
const _errs356 = errors;
if(!(typeof data242.low == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision/low",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid198 = _errs356 === errors;
}
else {
valid198 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid198){
if(data242.high !== undefined){
const _errs357 = errors;
if(!(typeof data242.high == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision/high",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid198 = _errs357 === errors;
}
else {
valid198 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid198){
for(const key61 in data242){
if((key61 !== "low") && (key61 !== "high")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision/" + key61.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision",keyword:"properties",params:{error: "additional", additionalProperty: key61},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid197){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/precision",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/precision/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid196 = _errs355 === errors;
}
else {
valid196 = true;
}
if(valid196){
if(data241.recall !== undefined){
let data245 = data241.recall;
const _errs359 = errors;
let valid200 = data245 === null;
if(!valid200 && typeof data245 == "object" && !Array.isArray(data245)){
valid200 = true;
var valid201;
if(data245.low !== undefined){
const _errs360 = errors;
if(!(typeof data245.low == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall/low",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid201 = _errs360 === errors;
}
else {
valid201 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid201){
if(data245.high !== undefined){
const _errs361 = errors;
if(!(typeof data245.high == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall/high",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid201 = _errs361 === errors;
}
else {
valid201 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid201){
for(const key62 in data245){
if((key62 !== "low") && (key62 !== "high")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall/" + key62.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall",keyword:"properties",params:{error: "additional", additionalProperty: key62},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid200){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/recall",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/recall/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid196 = _errs359 === errors;
}
else {
valid196 = true;
}
if(valid196){
if(data241.specificity !== undefined){
let data248 = data241.specificity;
const _errs363 = errors;
let valid203 = data248 === null;
if(!valid203 && typeof data248 == "object" && !Array.isArray(data248)){
valid203 = true;
var valid204;
if(data248.low !== undefined){
const _errs364 = errors;
if(!(typeof data248.low == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity/low",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid204 = _errs364 === errors;
}
else {
valid204 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid204){
if(data248.high !== undefined){
const _errs365 = errors;
if(!(typeof data248.high == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity/high",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid204 = _errs365 === errors;
}
else {
valid204 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid204){
for(const key63 in data248){
if((key63 !== "low") && (key63 !== "high")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity/" + key63.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity",keyword:"properties",params:{error: "additional", additionalProperty: key63},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid203){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/specificity",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/specificity/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid196 = _errs363 === errors;
}
else {
valid196 = true;
}
if(valid196){
if(data241.f1 !== undefined){
let data251 = data241.f1;
const _errs367 = errors;
let valid206 = data251 === null;
if(!valid206 && typeof data251 == "object" && !Array.isArray(data251)){
valid206 = true;
var valid207;
if(data251.low !== undefined){
const _errs368 = errors;
if(!(typeof data251.low == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1/low",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid207 = _errs368 === errors;
}
else {
valid207 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid207){
if(data251.high !== undefined){
const _errs369 = errors;
if(!(typeof data251.high == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1/high",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid207 = _errs369 === errors;
}
else {
valid207 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid207){
for(const key64 in data251){
if((key64 !== "low") && (key64 !== "high")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1/" + key64.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1",keyword:"properties",params:{error: "additional", additionalProperty: key64},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid206){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/f1",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/f1/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid196 = _errs367 === errors;
}
else {
valid196 = true;
}
if(valid196){
if(data241.auc !== undefined){
let data254 = data241.auc;
const _errs371 = errors;
let valid209 = data254 === null;
if(!valid209 && typeof data254 == "object" && !Array.isArray(data254)){
valid209 = true;
var valid210;
if(data254.low !== undefined){
const _errs372 = errors;
if(!(typeof data254.low == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc/low",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc/properties/low/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid210 = _errs372 === errors;
}
else {
valid210 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc/properties/low",keyword:"properties",params:{error: "missing", missingProperty: "low"},message:"must have property 'low'"}];
return false;
}
if(valid210){
if(data254.high !== undefined){
const _errs373 = errors;
if(!(typeof data254.high == "number")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc/high",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc/properties/high/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid210 = _errs373 === errors;
}
else {
valid210 = false;
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc/properties/high",keyword:"properties",params:{error: "missing", missingProperty: "high"},message:"must have property 'high'"}];
return false;
}
if(valid210){
for(const key65 in data254){
if((key65 !== "low") && (key65 !== "high")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc/" + key65.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc",keyword:"properties",params:{error: "additional", additionalProperty: key65},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid209){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/auc",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties/auc/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid196 = _errs371 === errors;
}
else {
valid196 = true;
}
if(valid196){
for(const key66 in data241){
if(((((key66 !== "precision") && (key66 !== "recall")) && (key66 !== "specificity")) && (key66 !== "f1")) && (key66 !== "auc")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals/" + key66.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements/optionalProperties/intervals",keyword:"optionalProperties",params:{error: "additional", additionalProperty: key66},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid194){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/intervals",schemaPath:"/properties/classes/elements/optionalProperties/intervals/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid193 = _errs354 === errors;
}
else {
valid193 = true;
}
if(valid193){
for(const key67 in data232){
if(((((((((key67 !== "label") && (key67 !== "support")) && (key67 !== "precision")) && (key67 !== "recall")) && (key67 !== "specificity")) && (key67 !== "f1")) && (key67 !== "auc")) && (key67 !== "averagePrecision")) && (key67 !== "intervals")){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2+"/" + key67.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/classes/elements",keyword:"properties",params:{error: "additional", additionalProperty: key67},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid191){
validate2.errors = [{instancePath:instancePath+"/classes/" + i2,schemaPath:"/properties/classes/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid190 = _errs339 === errors;
if(!valid190){
break;
}
}
valid189 = valid190;
}
else {
validate2.errors = [{instancePath:instancePath+"/classes",schemaPath:"/properties/classes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs338 === errors;
}
else {
valid1 = false;
validate2.errors = [{instancePath,schemaPath:"/properties/classes",keyword:"properties",params:{error: "missing", missingProperty: "classes"},message:"must have property 'classes'"}];
return false;
}
if(valid1){
for(const key68 in data){
if(!(func0.call(schema2.properties, key68))){
validate2.errors = [{instancePath:instancePath+"/" + key68.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"",keyword:"properties",params:{error: "additional", additionalProperty: key68},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid0){
validate2.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate2.errors = vErrors;
return errors === 0;
}

export const confusionMatrix = validate3;
const schema3 = {"properties":{"formatVersion":{"type":"uint8"},"split":{"enum":["validation","test"]},"classes":{"elements":{"type":"string"}},"counts":{"elements":{"elements":{"type":"uint32"}}}}};

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate3.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate3.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.split !== undefined){
let data1 = data.split;
const _errs1 = errors;
if(!((typeof data1 == "string") && ((data1 === "validation") || (data1 === "test")))){
validate3.errors = [{instancePath:instancePath+"/split",schemaPath:"/properties/split/enum",keyword:"enum",params:{allowedValues: schema3.properties.split.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate3.errors = [{instancePath,schemaPath:"/properties/split",keyword:"properties",params:{error: "missing", missingProperty: "split"},message:"must have property 'split'"}];
return false;
}
if(valid1){
if(data.classes !== undefined){
let data2 = data.classes;
const _errs2 = errors;
let valid2 = false;
if(!valid2){
if(Array.isArray(data2)){
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(typeof data2[i0] == "string")){
validate3.errors = [{instancePath:instancePath+"/classes/" + i0,schemaPath:"/properties/classes/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid3 = _errs3 === errors;
if(!valid3){
break;
}
}
valid2 = valid3;
}
else {
validate3.errors = [{instancePath:instancePath+"/classes",schemaPath:"/properties/classes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs2 === errors;
}
else {
valid1 = false;
validate3.errors = [{instancePath,schemaPath:"/properties/classes",keyword:"properties",params:{error: "missing", missingProperty: "classes"},message:"must have property 'classes'"}];
return false;
}
if(valid1){
if(data.counts !== undefined){
let data4 = data.counts;
const _errs4 = errors;
let valid4 = false;
if(!valid4){
if(Array.isArray(data4)){
var valid5 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
const _errs5 = errors;
let valid6 = false;
if(!valid6){
if(Array.isArray(data5)){
var valid7 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
const _errs6 = errors;
if(!(typeof data6 == "number" && isFinite(data6) && !(data6 % 1) && data6 >= 0 && data6 <= 4294967295)){
validate3.errors = [{instancePath:instancePath+"/counts/" + i1+"/" + i2,schemaPath:"/properties/counts/elements/elements/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid7 = _errs6 === errors;
if(!valid7){
break;
}
}
valid6 = valid7;
}
else {
validate3.errors = [{instancePath:instancePath+"/counts/" + i1,schemaPath:"/properties/counts/elements/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid5 = _errs5 === errors;
if(!valid5){
break;
}
}
valid4 = valid5;
}
else {
validate3.errors = [{instancePath:instancePath+"/counts",schemaPath:"/properties/counts/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
valid1 = false;
validate3.errors = [{instancePath,schemaPath:"/properties/counts",keyword:"properties",params:{error: "missing", missingProperty: "counts"},message:"must have property 'counts'"}];
return false;
}
if(valid1){
for(const key0 in data){
if((((key0 !== "formatVersion") && (key0 !== "split")) && (key0 !== "classes")) && (key0 !== "counts")){
validate3.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"",keyword:"properties",params:{error: "additional", additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
if(!valid0){
validate3.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate3.errors = vErrors;
return errors === 0;
}

export const manifest = validate4;
const schema4 = {"properties":{"formatVersion":{"type":"uint8"},"status":{"enum":["running","completed","failed","interrupted"]},"run":{"type":"string"},"experiment":{"type":"string"},"command":{"elements":{"type":"string"}},"startedAt":{"type":"timestamp"},"engine":{"values":{}},"lamina":{"properties":{"version":{"type":"string"}},"optionalProperties":{"git":{"properties":{"commit":{"type":"string"},"changed":{"type":"boolean"}},"nullable":true}},"additionalProperties":true},"host":{"values":{}},"versions":{"values":{}}},"optionalProperties":{"id":{"type":"string"},"pid":{"type":"uint32"},"finishedAt":{"type":"timestamp"},"seconds":{"type":"float64"},"training":{"optionalProperties":{"seconds":{"type":"float64"},"imagesPerSecond":{"type":"float64"}},"additionalProperties":true},"peakMemoryBytes":{"type":"float64"},"peakDeviceMemoryBytes":{"type":"float64"},"error":{"type":"string"},"failure":{"enum":["diverged","refused","memory","died"]},"resumed":{"elements":{"properties":{"at":{"type":"timestamp"}},"optionalProperties":{"changes":{"elements":{"type":"string"}}}}},"extended":{"properties":{"run":{"type":"string"},"epochs":{"type":"uint32"}},"optionalProperties":{"id":{"type":"string"}}},"files":{"values":{"type":"string"}},"model":{"values":{"type":"string"}},"sha256":{"type":"string"}},"additionalProperties":true};
const func4 = require("ajv/dist/runtime/timestamp").default;

function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate4.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.status !== undefined){
let data1 = data.status;
const _errs1 = errors;
if(!((typeof data1 == "string") && ((((data1 === "running") || (data1 === "completed")) || (data1 === "failed")) || (data1 === "interrupted")))){
validate4.errors = [{instancePath:instancePath+"/status",schemaPath:"/properties/status/enum",keyword:"enum",params:{allowedValues: schema4.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/status",keyword:"properties",params:{error: "missing", missingProperty: "status"},message:"must have property 'status'"}];
return false;
}
if(valid1){
if(data.run !== undefined){
const _errs2 = errors;
if(!(typeof data.run == "string")){
validate4.errors = [{instancePath:instancePath+"/run",schemaPath:"/properties/run/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid1 = _errs2 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/run",keyword:"properties",params:{error: "missing", missingProperty: "run"},message:"must have property 'run'"}];
return false;
}
if(valid1){
if(data.experiment !== undefined){
const _errs3 = errors;
if(!(typeof data.experiment == "string")){
validate4.errors = [{instancePath:instancePath+"/experiment",schemaPath:"/properties/experiment/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/experiment",keyword:"properties",params:{error: "missing", missingProperty: "experiment"},message:"must have property 'experiment'"}];
return false;
}
if(valid1){
if(data.command !== undefined){
let data4 = data.command;
const _errs4 = errors;
let valid2 = false;
if(!valid2){
if(Array.isArray(data4)){
var valid3 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(!(typeof data4[i0] == "string")){
validate4.errors = [{instancePath:instancePath+"/command/" + i0,schemaPath:"/properties/command/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid3 = _errs5 === errors;
if(!valid3){
break;
}
}
valid2 = valid3;
}
else {
validate4.errors = [{instancePath:instancePath+"/command",schemaPath:"/properties/command/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/command",keyword:"properties",params:{error: "missing", missingProperty: "command"},message:"must have property 'command'"}];
return false;
}
if(valid1){
if(data.startedAt !== undefined){
let data6 = data.startedAt;
const _errs6 = errors;
if(!((data6 instanceof Date) || (typeof data6 == "string" && func4(data6)))){
validate4.errors = [{instancePath:instancePath+"/startedAt",schemaPath:"/properties/startedAt/type",keyword:"type",params:{type: "timestamp", nullable: false},message:"must be timestamp"}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/startedAt",keyword:"properties",params:{error: "missing", missingProperty: "startedAt"},message:"must have property 'startedAt'"}];
return false;
}
if(valid1){
if(data.engine !== undefined){
let data7 = data.engine;
const _errs7 = errors;
let valid4 = false;
if(!((data7 && typeof data7 == "object" && !Array.isArray(data7)) || valid4)){
validate4.errors = [{instancePath:instancePath+"/engine",schemaPath:"/properties/engine/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/engine",keyword:"properties",params:{error: "missing", missingProperty: "engine"},message:"must have property 'engine'"}];
return false;
}
if(valid1){
if(data.lamina !== undefined){
let data8 = data.lamina;
const _errs8 = errors;
let valid5 = false;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
valid5 = true;
var valid6;
if(data8.version !== undefined){
const _errs9 = errors;
if(!(typeof data8.version == "string")){
validate4.errors = [{instancePath:instancePath+"/lamina/version",schemaPath:"/properties/lamina/properties/version/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid6 = _errs9 === errors;
}
else {
valid6 = false;
validate4.errors = [{instancePath:instancePath+"/lamina",schemaPath:"/properties/lamina/properties/version",keyword:"properties",params:{error: "missing", missingProperty: "version"},message:"must have property 'version'"}];
return false;
}
if(valid6){
if(data8.git !== undefined){
let data10 = data8.git;
let valid8 = data10 === null;
if(!valid8 && typeof data10 == "object" && !Array.isArray(data10)){
valid8 = true;
var valid9;
if(data10.commit !== undefined){
const _errs11 = errors;
if(!(typeof data10.commit == "string")){
validate4.errors = [{instancePath:instancePath+"/lamina/git/commit",schemaPath:"/properties/lamina/optionalProperties/git/properties/commit/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid9 = _errs11 === errors;
}
else {
valid9 = false;
validate4.errors = [{instancePath:instancePath+"/lamina/git",schemaPath:"/properties/lamina/optionalProperties/git/properties/commit",keyword:"properties",params:{error: "missing", missingProperty: "commit"},message:"must have property 'commit'"}];
return false;
}
if(valid9){
if(data10.changed !== undefined){
const _errs12 = errors;
if(!(typeof data10.changed == "boolean")){
validate4.errors = [{instancePath:instancePath+"/lamina/git/changed",schemaPath:"/properties/lamina/optionalProperties/git/properties/changed/type",keyword:"type",params:{type: "boolean", nullable: false},message:"must be boolean"}];
return false;
}
var valid9 = _errs12 === errors;
}
else {
valid9 = false;
validate4.errors = [{instancePath:instancePath+"/lamina/git",schemaPath:"/properties/lamina/optionalProperties/git/properties/changed",keyword:"properties",params:{error: "missing", missingProperty: "changed"},message:"must have property 'changed'"}];
return false;
}
if(valid9){
for(const key0 in data10){
if((key0 !== "commit") && (key0 !== "changed")){
validate4.errors = [{instancePath:instancePath+"/lamina/git/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/lamina/optionalProperties/git",keyword:"properties",params:{error: "additional", additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid8){
validate4.errors = [{instancePath:instancePath+"/lamina/git",schemaPath:"/properties/lamina/optionalProperties/git/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
}
}
}
if(!valid5){
validate4.errors = [{instancePath:instancePath+"/lamina",schemaPath:"/properties/lamina/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/lamina",keyword:"properties",params:{error: "missing", missingProperty: "lamina"},message:"must have property 'lamina'"}];
return false;
}
if(valid1){
if(data.host !== undefined){
let data13 = data.host;
const _errs15 = errors;
let valid11 = false;
if(!((data13 && typeof data13 == "object" && !Array.isArray(data13)) || valid11)){
validate4.errors = [{instancePath:instancePath+"/host",schemaPath:"/properties/host/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs15 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/host",keyword:"properties",params:{error: "missing", missingProperty: "host"},message:"must have property 'host'"}];
return false;
}
if(valid1){
if(data.versions !== undefined){
let data14 = data.versions;
const _errs16 = errors;
let valid12 = false;
if(!((data14 && typeof data14 == "object" && !Array.isArray(data14)) || valid12)){
validate4.errors = [{instancePath:instancePath+"/versions",schemaPath:"/properties/versions/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid1 = _errs16 === errors;
}
else {
valid1 = false;
validate4.errors = [{instancePath,schemaPath:"/properties/versions",keyword:"properties",params:{error: "missing", missingProperty: "versions"},message:"must have property 'versions'"}];
return false;
}
if(valid1){
var valid13;
if(data.id !== undefined){
const _errs17 = errors;
if(!(typeof data.id == "string")){
validate4.errors = [{instancePath:instancePath+"/id",schemaPath:"/optionalProperties/id/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid13 = _errs17 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.pid !== undefined){
let data16 = data.pid;
const _errs18 = errors;
if(!(typeof data16 == "number" && isFinite(data16) && !(data16 % 1) && data16 >= 0 && data16 <= 4294967295)){
validate4.errors = [{instancePath:instancePath+"/pid",schemaPath:"/optionalProperties/pid/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid13 = _errs18 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.finishedAt !== undefined){
let data17 = data.finishedAt;
const _errs19 = errors;
if(!((data17 instanceof Date) || (typeof data17 == "string" && func4(data17)))){
validate4.errors = [{instancePath:instancePath+"/finishedAt",schemaPath:"/optionalProperties/finishedAt/type",keyword:"type",params:{type: "timestamp", nullable: false},message:"must be timestamp"}];
return false;
}
var valid13 = _errs19 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.seconds !== undefined){
const _errs20 = errors;
if(!(typeof data.seconds == "number")){
validate4.errors = [{instancePath:instancePath+"/seconds",schemaPath:"/optionalProperties/seconds/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid13 = _errs20 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.training !== undefined){
let data19 = data.training;
const _errs21 = errors;
let valid14 = false;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
valid14 = true;
var valid16;
if(data19.seconds !== undefined){
const _errs22 = errors;
if(!(typeof data19.seconds == "number")){
validate4.errors = [{instancePath:instancePath+"/training/seconds",schemaPath:"/optionalProperties/training/optionalProperties/seconds/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid16 = _errs22 === errors;
}
else {
valid16 = true;
}
if(valid16){
if(data19.imagesPerSecond !== undefined){
const _errs23 = errors;
if(!(typeof data19.imagesPerSecond == "number")){
validate4.errors = [{instancePath:instancePath+"/training/imagesPerSecond",schemaPath:"/optionalProperties/training/optionalProperties/imagesPerSecond/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid16 = _errs23 === errors;
}
else {
valid16 = true;
}
}
}
if(!valid14){
validate4.errors = [{instancePath:instancePath+"/training",schemaPath:"/optionalProperties/training/optionalProperties",keyword:"optionalProperties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid13 = _errs21 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.peakMemoryBytes !== undefined){
const _errs25 = errors;
if(!(typeof data.peakMemoryBytes == "number")){
validate4.errors = [{instancePath:instancePath+"/peakMemoryBytes",schemaPath:"/optionalProperties/peakMemoryBytes/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid13 = _errs25 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.peakDeviceMemoryBytes !== undefined){
const _errs26 = errors;
if(!(typeof data.peakDeviceMemoryBytes == "number")){
validate4.errors = [{instancePath:instancePath+"/peakDeviceMemoryBytes",schemaPath:"/optionalProperties/peakDeviceMemoryBytes/type",keyword:"type",params:{type: "float64", nullable: false},message:"must be float64"}];
return false;
}
var valid13 = _errs26 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.error !== undefined){
const _errs27 = errors;
if(!(typeof data.error == "string")){
validate4.errors = [{instancePath:instancePath+"/error",schemaPath:"/optionalProperties/error/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid13 = _errs27 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.failure !== undefined){
let data25 = data.failure;
const _errs28 = errors;
if(!((typeof data25 == "string") && ((((data25 === "diverged") || (data25 === "refused")) || (data25 === "memory")) || (data25 === "died")))){
validate4.errors = [{instancePath:instancePath+"/failure",schemaPath:"/optionalProperties/failure/enum",keyword:"enum",params:{allowedValues: schema4.optionalProperties.failure.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs28 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.resumed !== undefined){
let data26 = data.resumed;
const _errs29 = errors;
let valid17 = false;
if(!valid17){
if(Array.isArray(data26)){
var valid18 = true;
const len1 = data26.length;
for(let i1=0; i1<len1; i1++){
let data27 = data26[i1];
const _errs30 = errors;
let valid19 = false;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
valid19 = true;
var valid20;
if(data27.at !== undefined){
let data28 = data27.at;
const _errs31 = errors;
if(!((data28 instanceof Date) || (typeof data28 == "string" && func4(data28)))){
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1+"/at",schemaPath:"/optionalProperties/resumed/elements/properties/at/type",keyword:"type",params:{type: "timestamp", nullable: false},message:"must be timestamp"}];
return false;
}
var valid20 = _errs31 === errors;
}
else {
valid20 = false;
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1,schemaPath:"/optionalProperties/resumed/elements/properties/at",keyword:"properties",params:{error: "missing", missingProperty: "at"},message:"must have property 'at'"}];
return false;
}
if(valid20){
var valid21;
if(data27.changes !== undefined){
let data29 = data27.changes;
const _errs32 = errors;
let valid22 = false;
if(!valid22){
if(Array.isArray(data29)){
var valid23 = true;
const len2 = data29.length;
for(let i2=0; i2<len2; i2++){
const _errs33 = errors;
if(!(typeof data29[i2] == "string")){
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1+"/changes/" + i2,schemaPath:"/optionalProperties/resumed/elements/optionalProperties/changes/elements/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid23 = _errs33 === errors;
if(!valid23){
break;
}
}
valid22 = valid23;
}
else {
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1+"/changes",schemaPath:"/optionalProperties/resumed/elements/optionalProperties/changes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid21 = _errs32 === errors;
}
else {
valid21 = true;
}
if(valid21){
for(const key1 in data27){
if((key1 !== "at") && (key1 !== "changes")){
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/resumed/elements",keyword:"properties",params:{error: "additional", additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
if(!valid19){
validate4.errors = [{instancePath:instancePath+"/resumed/" + i1,schemaPath:"/optionalProperties/resumed/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid18 = _errs30 === errors;
if(!valid18){
break;
}
}
valid17 = valid18;
}
else {
validate4.errors = [{instancePath:instancePath+"/resumed",schemaPath:"/optionalProperties/resumed/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid13 = _errs29 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.extended !== undefined){
let data31 = data.extended;
const _errs34 = errors;
let valid24 = false;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
valid24 = true;
var valid25;
if(data31.run !== undefined){
const _errs35 = errors;
if(!(typeof data31.run == "string")){
validate4.errors = [{instancePath:instancePath+"/extended/run",schemaPath:"/optionalProperties/extended/properties/run/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid25 = _errs35 === errors;
}
else {
valid25 = false;
validate4.errors = [{instancePath:instancePath+"/extended",schemaPath:"/optionalProperties/extended/properties/run",keyword:"properties",params:{error: "missing", missingProperty: "run"},message:"must have property 'run'"}];
return false;
}
if(valid25){
if(data31.epochs !== undefined){
let data33 = data31.epochs;
const _errs36 = errors;
if(!(typeof data33 == "number" && isFinite(data33) && !(data33 % 1) && data33 >= 0 && data33 <= 4294967295)){
validate4.errors = [{instancePath:instancePath+"/extended/epochs",schemaPath:"/optionalProperties/extended/properties/epochs/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid25 = _errs36 === errors;
}
else {
valid25 = false;
validate4.errors = [{instancePath:instancePath+"/extended",schemaPath:"/optionalProperties/extended/properties/epochs",keyword:"properties",params:{error: "missing", missingProperty: "epochs"},message:"must have property 'epochs'"}];
return false;
}
if(valid25){
var valid26;
if(data31.id !== undefined){
const _errs37 = errors;
if(!(typeof data31.id == "string")){
validate4.errors = [{instancePath:instancePath+"/extended/id",schemaPath:"/optionalProperties/extended/optionalProperties/id/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid26 = _errs37 === errors;
}
else {
valid26 = true;
}
if(valid26){
for(const key2 in data31){
if(((key2 !== "run") && (key2 !== "epochs")) && (key2 !== "id")){
validate4.errors = [{instancePath:instancePath+"/extended/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/extended",keyword:"properties",params:{error: "additional", additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid24){
validate4.errors = [{instancePath:instancePath+"/extended",schemaPath:"/optionalProperties/extended/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid13 = _errs34 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.files !== undefined){
let data35 = data.files;
const _errs38 = errors;
let valid27 = false;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
var valid28 = true;
for(const key3 in data35){
const _errs39 = errors;
if(!(typeof data35[key3] == "string")){
validate4.errors = [{instancePath:instancePath+"/files/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/files/values/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid28 = _errs39 === errors;
if(!valid28){
break;
}
}
valid27 = valid28;
}
else if(!valid27){
validate4.errors = [{instancePath:instancePath+"/files",schemaPath:"/optionalProperties/files/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid13 = _errs38 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.model !== undefined){
let data37 = data.model;
const _errs40 = errors;
let valid29 = false;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
var valid30 = true;
for(const key4 in data37){
const _errs41 = errors;
if(!(typeof data37[key4] == "string")){
validate4.errors = [{instancePath:instancePath+"/model/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/model/values/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid30 = _errs41 === errors;
if(!valid30){
break;
}
}
valid29 = valid30;
}
else if(!valid29){
validate4.errors = [{instancePath:instancePath+"/model",schemaPath:"/optionalProperties/model/values",keyword:"values",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid13 = _errs40 === errors;
}
else {
valid13 = true;
}
if(valid13){
if(data.sha256 !== undefined){
const _errs42 = errors;
if(!(typeof data.sha256 == "string")){
validate4.errors = [{instancePath:instancePath+"/sha256",schemaPath:"/optionalProperties/sha256/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid13 = _errs42 === errors;
}
else {
valid13 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
if(!valid0){
validate4.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate4.errors = vErrors;
return errors === 0;
}

export const pictures = validate5;
const schema5 = {"properties":{"formatVersion":{"type":"uint8"},"mistakes":{"elements":{"properties":{"file":{"type":"string"},"picture":{"type":"string"},"gradCam":{"type":"string","nullable":true}}}},"filters":{"nullable":true,"properties":{"layer":{"type":"string"},"picture":{"type":"string"},"shown":{"type":"uint32"},"total":{"type":"uint32"}}}},"optionalProperties":{"right":{"elements":{"properties":{"file":{"type":"string"},"picture":{"type":"string"},"gradCam":{"type":"string","nullable":true}}}},"augmentation":{"properties":{"picture":{"type":"string"},"images":{"type":"uint32"},"epochs":{"type":"uint32"}}}}};

function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
let valid0 = false;
if(data && typeof data == "object" && !Array.isArray(data)){
valid0 = true;
var valid1;
if(data.formatVersion !== undefined){
let data0 = data.formatVersion;
const _errs0 = errors;
if(!(typeof data0 == "number" && isFinite(data0) && !(data0 % 1) && data0 >= 0 && data0 <= 255)){
validate5.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"/properties/formatVersion/type",keyword:"type",params:{type: "uint8", nullable: false},message:"must be uint8"}];
return false;
}
var valid1 = _errs0 === errors;
}
else {
valid1 = false;
validate5.errors = [{instancePath,schemaPath:"/properties/formatVersion",keyword:"properties",params:{error: "missing", missingProperty: "formatVersion"},message:"must have property 'formatVersion'"}];
return false;
}
if(valid1){
if(data.mistakes !== undefined){
let data1 = data.mistakes;
const _errs1 = errors;
let valid2 = false;
if(!valid2){
if(Array.isArray(data1)){
var valid3 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs2 = errors;
let valid4 = false;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
valid4 = true;
var valid5;
if(data2.file !== undefined){
const _errs3 = errors;
if(!(typeof data2.file == "string")){
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0+"/file",schemaPath:"/properties/mistakes/elements/properties/file/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid5 = _errs3 === errors;
}
else {
valid5 = false;
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0,schemaPath:"/properties/mistakes/elements/properties/file",keyword:"properties",params:{error: "missing", missingProperty: "file"},message:"must have property 'file'"}];
return false;
}
if(valid5){
if(data2.picture !== undefined){
const _errs4 = errors;
if(!(typeof data2.picture == "string")){
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0+"/picture",schemaPath:"/properties/mistakes/elements/properties/picture/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid5 = _errs4 === errors;
}
else {
valid5 = false;
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0,schemaPath:"/properties/mistakes/elements/properties/picture",keyword:"properties",params:{error: "missing", missingProperty: "picture"},message:"must have property 'picture'"}];
return false;
}
if(valid5){
if(data2.gradCam !== undefined){
let data5 = data2.gradCam;
const _errs5 = errors;
if(!((data5 === null) || (typeof data5 == "string"))){
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0+"/gradCam",schemaPath:"/properties/mistakes/elements/properties/gradCam/type",keyword:"type",params:{type: "string", nullable: true},message:"must be string or null"}];
return false;
}
var valid5 = _errs5 === errors;
}
else {
valid5 = false;
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0,schemaPath:"/properties/mistakes/elements/properties/gradCam",keyword:"properties",params:{error: "missing", missingProperty: "gradCam"},message:"must have property 'gradCam'"}];
return false;
}
if(valid5){
for(const key0 in data2){
if(((key0 !== "file") && (key0 !== "picture")) && (key0 !== "gradCam")){
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/mistakes/elements",keyword:"properties",params:{error: "additional", additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid4){
validate5.errors = [{instancePath:instancePath+"/mistakes/" + i0,schemaPath:"/properties/mistakes/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid3 = _errs2 === errors;
if(!valid3){
break;
}
}
valid2 = valid3;
}
else {
validate5.errors = [{instancePath:instancePath+"/mistakes",schemaPath:"/properties/mistakes/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid1 = _errs1 === errors;
}
else {
valid1 = false;
validate5.errors = [{instancePath,schemaPath:"/properties/mistakes",keyword:"properties",params:{error: "missing", missingProperty: "mistakes"},message:"must have property 'mistakes'"}];
return false;
}
if(valid1){
if(data.filters !== undefined){
let data6 = data.filters;
const _errs7 = errors;
let valid7 = data6 === null;
if(!valid7 && typeof data6 == "object" && !Array.isArray(data6)){
valid7 = true;
var valid8;
if(data6.layer !== undefined){
const _errs8 = errors;
if(!(typeof data6.layer == "string")){
validate5.errors = [{instancePath:instancePath+"/filters/layer",schemaPath:"/properties/filters/properties/layer/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid8 = _errs8 === errors;
}
else {
valid8 = false;
validate5.errors = [{instancePath:instancePath+"/filters",schemaPath:"/properties/filters/properties/layer",keyword:"properties",params:{error: "missing", missingProperty: "layer"},message:"must have property 'layer'"}];
return false;
}
if(valid8){
if(data6.picture !== undefined){
const _errs9 = errors;
if(!(typeof data6.picture == "string")){
validate5.errors = [{instancePath:instancePath+"/filters/picture",schemaPath:"/properties/filters/properties/picture/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid8 = _errs9 === errors;
}
else {
valid8 = false;
validate5.errors = [{instancePath:instancePath+"/filters",schemaPath:"/properties/filters/properties/picture",keyword:"properties",params:{error: "missing", missingProperty: "picture"},message:"must have property 'picture'"}];
return false;
}
if(valid8){
if(data6.shown !== undefined){
let data9 = data6.shown;
const _errs10 = errors;
if(!(typeof data9 == "number" && isFinite(data9) && !(data9 % 1) && data9 >= 0 && data9 <= 4294967295)){
validate5.errors = [{instancePath:instancePath+"/filters/shown",schemaPath:"/properties/filters/properties/shown/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid8 = _errs10 === errors;
}
else {
valid8 = false;
validate5.errors = [{instancePath:instancePath+"/filters",schemaPath:"/properties/filters/properties/shown",keyword:"properties",params:{error: "missing", missingProperty: "shown"},message:"must have property 'shown'"}];
return false;
}
if(valid8){
if(data6.total !== undefined){
let data10 = data6.total;
const _errs11 = errors;
if(!(typeof data10 == "number" && isFinite(data10) && !(data10 % 1) && data10 >= 0 && data10 <= 4294967295)){
validate5.errors = [{instancePath:instancePath+"/filters/total",schemaPath:"/properties/filters/properties/total/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid8 = _errs11 === errors;
}
else {
valid8 = false;
validate5.errors = [{instancePath:instancePath+"/filters",schemaPath:"/properties/filters/properties/total",keyword:"properties",params:{error: "missing", missingProperty: "total"},message:"must have property 'total'"}];
return false;
}
if(valid8){
for(const key1 in data6){
if((((key1 !== "layer") && (key1 !== "picture")) && (key1 !== "shown")) && (key1 !== "total")){
validate5.errors = [{instancePath:instancePath+"/filters/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/properties/filters",keyword:"properties",params:{error: "additional", additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
if(!valid7){
validate5.errors = [{instancePath:instancePath+"/filters",schemaPath:"/properties/filters/properties",keyword:"properties",params:{type: "object", nullable: true},message:"must be object or null"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
valid1 = false;
validate5.errors = [{instancePath,schemaPath:"/properties/filters",keyword:"properties",params:{error: "missing", missingProperty: "filters"},message:"must have property 'filters'"}];
return false;
}
if(valid1){
var valid10;
if(data.right !== undefined){
let data11 = data.right;
const _errs13 = errors;
let valid11 = false;
if(!valid11){
if(Array.isArray(data11)){
var valid12 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs14 = errors;
let valid13 = false;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
valid13 = true;
var valid14;
if(data12.file !== undefined){
const _errs15 = errors;
if(!(typeof data12.file == "string")){
validate5.errors = [{instancePath:instancePath+"/right/" + i1+"/file",schemaPath:"/optionalProperties/right/elements/properties/file/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid14 = _errs15 === errors;
}
else {
valid14 = false;
validate5.errors = [{instancePath:instancePath+"/right/" + i1,schemaPath:"/optionalProperties/right/elements/properties/file",keyword:"properties",params:{error: "missing", missingProperty: "file"},message:"must have property 'file'"}];
return false;
}
if(valid14){
if(data12.picture !== undefined){
const _errs16 = errors;
if(!(typeof data12.picture == "string")){
validate5.errors = [{instancePath:instancePath+"/right/" + i1+"/picture",schemaPath:"/optionalProperties/right/elements/properties/picture/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid14 = _errs16 === errors;
}
else {
valid14 = false;
validate5.errors = [{instancePath:instancePath+"/right/" + i1,schemaPath:"/optionalProperties/right/elements/properties/picture",keyword:"properties",params:{error: "missing", missingProperty: "picture"},message:"must have property 'picture'"}];
return false;
}
if(valid14){
if(data12.gradCam !== undefined){
let data15 = data12.gradCam;
const _errs17 = errors;
if(!((data15 === null) || (typeof data15 == "string"))){
validate5.errors = [{instancePath:instancePath+"/right/" + i1+"/gradCam",schemaPath:"/optionalProperties/right/elements/properties/gradCam/type",keyword:"type",params:{type: "string", nullable: true},message:"must be string or null"}];
return false;
}
var valid14 = _errs17 === errors;
}
else {
valid14 = false;
validate5.errors = [{instancePath:instancePath+"/right/" + i1,schemaPath:"/optionalProperties/right/elements/properties/gradCam",keyword:"properties",params:{error: "missing", missingProperty: "gradCam"},message:"must have property 'gradCam'"}];
return false;
}
if(valid14){
for(const key2 in data12){
if(((key2 !== "file") && (key2 !== "picture")) && (key2 !== "gradCam")){
validate5.errors = [{instancePath:instancePath+"/right/" + i1+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/right/elements",keyword:"properties",params:{error: "additional", additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid13){
validate5.errors = [{instancePath:instancePath+"/right/" + i1,schemaPath:"/optionalProperties/right/elements/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid12 = _errs14 === errors;
if(!valid12){
break;
}
}
valid11 = valid12;
}
else {
validate5.errors = [{instancePath:instancePath+"/right",schemaPath:"/optionalProperties/right/elements",keyword:"elements",params:{type: "array", nullable: false},message:"must be array"}];
return false;
}
}
var valid10 = _errs13 === errors;
}
else {
valid10 = true;
}
if(valid10){
if(data.augmentation !== undefined){
let data16 = data.augmentation;
const _errs19 = errors;
let valid16 = false;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
valid16 = true;
var valid17;
if(data16.picture !== undefined){
const _errs20 = errors;
if(!(typeof data16.picture == "string")){
validate5.errors = [{instancePath:instancePath+"/augmentation/picture",schemaPath:"/optionalProperties/augmentation/properties/picture/type",keyword:"type",params:{type: "string", nullable: false},message:"must be string"}];
return false;
}
var valid17 = _errs20 === errors;
}
else {
valid17 = false;
validate5.errors = [{instancePath:instancePath+"/augmentation",schemaPath:"/optionalProperties/augmentation/properties/picture",keyword:"properties",params:{error: "missing", missingProperty: "picture"},message:"must have property 'picture'"}];
return false;
}
if(valid17){
if(data16.images !== undefined){
let data18 = data16.images;
const _errs21 = errors;
if(!(typeof data18 == "number" && isFinite(data18) && !(data18 % 1) && data18 >= 0 && data18 <= 4294967295)){
validate5.errors = [{instancePath:instancePath+"/augmentation/images",schemaPath:"/optionalProperties/augmentation/properties/images/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid17 = _errs21 === errors;
}
else {
valid17 = false;
validate5.errors = [{instancePath:instancePath+"/augmentation",schemaPath:"/optionalProperties/augmentation/properties/images",keyword:"properties",params:{error: "missing", missingProperty: "images"},message:"must have property 'images'"}];
return false;
}
if(valid17){
if(data16.epochs !== undefined){
let data19 = data16.epochs;
const _errs22 = errors;
if(!(typeof data19 == "number" && isFinite(data19) && !(data19 % 1) && data19 >= 0 && data19 <= 4294967295)){
validate5.errors = [{instancePath:instancePath+"/augmentation/epochs",schemaPath:"/optionalProperties/augmentation/properties/epochs/type",keyword:"type",params:{type: "uint32", nullable: false},message:"must be uint32"}];
return false;
}
var valid17 = _errs22 === errors;
}
else {
valid17 = false;
validate5.errors = [{instancePath:instancePath+"/augmentation",schemaPath:"/optionalProperties/augmentation/properties/epochs",keyword:"properties",params:{error: "missing", missingProperty: "epochs"},message:"must have property 'epochs'"}];
return false;
}
if(valid17){
for(const key3 in data16){
if(((key3 !== "picture") && (key3 !== "images")) && (key3 !== "epochs")){
validate5.errors = [{instancePath:instancePath+"/augmentation/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"/optionalProperties/augmentation",keyword:"properties",params:{error: "additional", additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
if(!valid16){
validate5.errors = [{instancePath:instancePath+"/augmentation",schemaPath:"/optionalProperties/augmentation/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
var valid10 = _errs19 === errors;
}
else {
valid10 = true;
}
if(valid10){
for(const key4 in data){
if((((key4 !== "formatVersion") && (key4 !== "mistakes")) && (key4 !== "filters")) && ((key4 !== "right") && (key4 !== "augmentation"))){
validate5.errors = [{instancePath:instancePath+"/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"",keyword:"properties",params:{error: "additional", additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
}
}
}
}
}
}
if(!valid0){
validate5.errors = [{instancePath,schemaPath:"/properties",keyword:"properties",params:{type: "object", nullable: false},message:"must be object"}];
return false;
}
validate5.errors = vErrors;
return errors === 0;
}
