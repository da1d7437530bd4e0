// Generated from spec/audit/targets.schema.json by `npm run generate`. Do not edit.
var ue=z,fe=z;var Y=new RegExp("^x-","u");var N=le,B=new RegExp("^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$","u");function y(r,{instancePath:n="",
parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(N(r)>200){let t={instancePath:n,
schemaPath:"#/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[t]:e.push(t),i++}if(!B.test(r)){let t={instancePath:n,
schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}};
e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===
null?e=[t]:e.push(t),i++}return y.errors=e,i===0}var F={type:"object",additionalProperties:!1,properties:{environment:{type:"\
object",additionalProperties:!1,properties:{HUAWEICLOUD_SDK_AK:{$ref:"#/definitions/variable"},HUAWEICLOUD_SDK_SK:{$ref:"\
#/definitions/variable"},HUAWEICLOUD_SDK_SECURITY_TOKEN:{$ref:"#/definitions/variable"},HUAWEICLOUD_SDK_PROJECT_ID:{$ref:"\
#/definitions/variable"},OS_CLOUD:{$ref:"#/definitions/variable"},OS_CLIENT_CONFIG_FILE:{$ref:"#/definitions/variable"},
OS_CLIENT_SECURE_FILE:{$ref:"#/definitions/variable"},OS_TOKEN:{$ref:"#/definitions/variable"},OS_ACCESS_KEY:{$ref:"#/de\
finitions/variable"},OS_SECRET_KEY:{$ref:"#/definitions/variable"},OS_SECURITY_TOKEN:{$ref:"#/definitions/variable"},OS_USERNAME:{
$ref:"#/definitions/variable"},OS_PASSWORD:{$ref:"#/definitions/variable"},OS_USER_DOMAIN_NAME:{$ref:"#/definitions/vari\
able"},OS_USER_DOMAIN_ID:{$ref:"#/definitions/variable"},OS_DOMAIN_NAME:{$ref:"#/definitions/variable"},OS_DOMAIN_ID:{$ref:"\
#/definitions/variable"},OS_PROJECT_NAME:{$ref:"#/definitions/variable"},OS_PROJECT_ID:{$ref:"#/definitions/variable"},OS_TENANT_NAME:{
$ref:"#/definitions/variable"},OS_TENANT_ID:{$ref:"#/definitions/variable"},OS_AUTH_URL:{$ref:"#/definitions/variable"},
OS_REGION_NAME:{$ref:"#/definitions/variable"},ALIBABA_CLOUD_ACCESS_KEY_ID:{$ref:"#/definitions/variable"},ALIBABA_CLOUD_ACCESS_KEY_SECRET:{
$ref:"#/definitions/variable"},ALIBABA_CLOUD_SECURITY_TOKEN:{$ref:"#/definitions/variable"}}},rateLimit:{type:"object",required:[
"requests","per"],additionalProperties:!1,properties:{requests:{type:"integer",minimum:1,maximum:1e6},per:{$ref:"#/defin\
itions/duration"}}}}},M=Object.prototype.hasOwnProperty;var H=new RegExp("^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$","u");function u(r,{instancePath:n="",parentData:m,parentDataProperty:d,
rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(!H.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"\
pattern",params:{pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}return u.errors=e,i===0}var W=new RegExp("^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1\
,7}ms)?$","u");function _(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(typeof r==
"string"){if(!W.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"^(?=.*[1-9])(?:\
[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}};e===null?e=[t]:e.push(
t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return _.errors=e,i===0}function x(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;
if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)if(!(t==="environment"||t==="rateLimit")){let s={instancePath:n,
schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(
s),i++}if(r.environment!==void 0){let t=r.environment;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let s in t)if(!M.
call(F.properties.environment.properties,s)){let a={instancePath:n+"/environment",schemaPath:"#/properties/environment/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?e=[a]:e.push(a),i++}t.HUAWEICLOUD_SDK_AK!==
void 0&&(u(t.HUAWEICLOUD_SDK_AK,{instancePath:n+"/environment/HUAWEICLOUD_SDK_AK",parentData:t,parentDataProperty:"HUAWE\
ICLOUD_SDK_AK",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.HUAWEICLOUD_SDK_SK!==void 0&&(u(t.HUAWEICLOUD_SDK_SK,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_SK",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_SK",rootData:o})||(e=
e===null?u.errors:p(e,u.errors),i=e.length)),t.HUAWEICLOUD_SDK_SECURITY_TOKEN!==void 0&&(u(t.HUAWEICLOUD_SDK_SECURITY_TOKEN,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_SECURITY_TOKEN",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_SECURITY_\
TOKEN",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.HUAWEICLOUD_SDK_PROJECT_ID!==void 0&&(u(t.HUAWEICLOUD_SDK_PROJECT_ID,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_PROJECT_ID",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_PROJECT_ID",rootData:o})||
(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_CLOUD!==void 0&&(u(t.OS_CLOUD,{instancePath:n+"/environment/OS_CLOU\
D",parentData:t,parentDataProperty:"OS_CLOUD",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_CLIENT_CONFIG_FILE!==
void 0&&(u(t.OS_CLIENT_CONFIG_FILE,{instancePath:n+"/environment/OS_CLIENT_CONFIG_FILE",parentData:t,parentDataProperty:"\
OS_CLIENT_CONFIG_FILE",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_CLIENT_SECURE_FILE!==void 0&&(u(
t.OS_CLIENT_SECURE_FILE,{instancePath:n+"/environment/OS_CLIENT_SECURE_FILE",parentData:t,parentDataProperty:"OS_CLIENT_\
SECURE_FILE",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_TOKEN!==void 0&&(u(t.OS_TOKEN,{instancePath:n+
"/environment/OS_TOKEN",parentData:t,parentDataProperty:"OS_TOKEN",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.
length)),t.OS_ACCESS_KEY!==void 0&&(u(t.OS_ACCESS_KEY,{instancePath:n+"/environment/OS_ACCESS_KEY",parentData:t,parentDataProperty:"\
OS_ACCESS_KEY",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_SECRET_KEY!==void 0&&(u(t.OS_SECRET_KEY,
{instancePath:n+"/environment/OS_SECRET_KEY",parentData:t,parentDataProperty:"OS_SECRET_KEY",rootData:o})||(e=e===null?u.
errors:p(e,u.errors),i=e.length)),t.OS_SECURITY_TOKEN!==void 0&&(u(t.OS_SECURITY_TOKEN,{instancePath:n+"/environment/OS_\
SECURITY_TOKEN",parentData:t,parentDataProperty:"OS_SECURITY_TOKEN",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.
length)),t.OS_USERNAME!==void 0&&(u(t.OS_USERNAME,{instancePath:n+"/environment/OS_USERNAME",parentData:t,parentDataProperty:"\
OS_USERNAME",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_PASSWORD!==void 0&&(u(t.OS_PASSWORD,{instancePath:n+
"/environment/OS_PASSWORD",parentData:t,parentDataProperty:"OS_PASSWORD",rootData:o})||(e=e===null?u.errors:p(e,u.errors),
i=e.length)),t.OS_USER_DOMAIN_NAME!==void 0&&(u(t.OS_USER_DOMAIN_NAME,{instancePath:n+"/environment/OS_USER_DOMAIN_NAME",
parentData:t,parentDataProperty:"OS_USER_DOMAIN_NAME",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_USER_DOMAIN_ID!==
void 0&&(u(t.OS_USER_DOMAIN_ID,{instancePath:n+"/environment/OS_USER_DOMAIN_ID",parentData:t,parentDataProperty:"OS_USER\
_DOMAIN_ID",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_DOMAIN_NAME!==void 0&&(u(t.OS_DOMAIN_NAME,
{instancePath:n+"/environment/OS_DOMAIN_NAME",parentData:t,parentDataProperty:"OS_DOMAIN_NAME",rootData:o})||(e=e===null?
u.errors:p(e,u.errors),i=e.length)),t.OS_DOMAIN_ID!==void 0&&(u(t.OS_DOMAIN_ID,{instancePath:n+"/environment/OS_DOMAIN_I\
D",parentData:t,parentDataProperty:"OS_DOMAIN_ID",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_PROJECT_NAME!==
void 0&&(u(t.OS_PROJECT_NAME,{instancePath:n+"/environment/OS_PROJECT_NAME",parentData:t,parentDataProperty:"OS_PROJECT_\
NAME",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_PROJECT_ID!==void 0&&(u(t.OS_PROJECT_ID,{instancePath:n+
"/environment/OS_PROJECT_ID",parentData:t,parentDataProperty:"OS_PROJECT_ID",rootData:o})||(e=e===null?u.errors:p(e,u.errors),
i=e.length)),t.OS_TENANT_NAME!==void 0&&(u(t.OS_TENANT_NAME,{instancePath:n+"/environment/OS_TENANT_NAME",parentData:t,parentDataProperty:"\
OS_TENANT_NAME",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_TENANT_ID!==void 0&&(u(t.OS_TENANT_ID,
{instancePath:n+"/environment/OS_TENANT_ID",parentData:t,parentDataProperty:"OS_TENANT_ID",rootData:o})||(e=e===null?u.errors:
p(e,u.errors),i=e.length)),t.OS_AUTH_URL!==void 0&&(u(t.OS_AUTH_URL,{instancePath:n+"/environment/OS_AUTH_URL",parentData:t,
parentDataProperty:"OS_AUTH_URL",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.OS_REGION_NAME!==void 0&&
(u(t.OS_REGION_NAME,{instancePath:n+"/environment/OS_REGION_NAME",parentData:t,parentDataProperty:"OS_REGION_NAME",rootData:o})||
(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.ALIBABA_CLOUD_ACCESS_KEY_ID!==void 0&&(u(t.ALIBABA_CLOUD_ACCESS_KEY_ID,
{instancePath:n+"/environment/ALIBABA_CLOUD_ACCESS_KEY_ID",parentData:t,parentDataProperty:"ALIBABA_CLOUD_ACCESS_KEY_ID",
rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.ALIBABA_CLOUD_ACCESS_KEY_SECRET!==void 0&&(u(t.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
{instancePath:n+"/environment/ALIBABA_CLOUD_ACCESS_KEY_SECRET",parentData:t,parentDataProperty:"ALIBABA_CLOUD_ACCESS_KEY\
_SECRET",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length)),t.ALIBABA_CLOUD_SECURITY_TOKEN!==void 0&&(u(t.ALIBABA_CLOUD_SECURITY_TOKEN,
{instancePath:n+"/environment/ALIBABA_CLOUD_SECURITY_TOKEN",parentData:t,parentDataProperty:"ALIBABA_CLOUD_SECURITY_TOKE\
N",rootData:o})||(e=e===null?u.errors:p(e,u.errors),i=e.length))}else{let s={instancePath:n+"/environment",schemaPath:"#\
/properties/environment/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),i++}}if(r.rateLimit!==void 0){
let t=r.rateLimit;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.requests===void 0){let s={instancePath:n+"/rateLimit",
schemaPath:"#/properties/rateLimit/required",keyword:"required",params:{missingProperty:"requests"}};e===null?e=[s]:e.push(
s),i++}if(t.per===void 0){let s={instancePath:n+"/rateLimit",schemaPath:"#/properties/rateLimit/required",keyword:"requi\
red",params:{missingProperty:"per"}};e===null?e=[s]:e.push(s),i++}for(let s in t)if(!(s==="requests"||s==="per")){let a={
instancePath:n+"/rateLimit",schemaPath:"#/properties/rateLimit/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:s}};e===null?e=[a]:e.push(a),i++}if(t.requests!==void 0){let s=t.requests;if(!(typeof s=="number"&&!(s%
1)&&!isNaN(s)&&isFinite(s))){let a={instancePath:n+"/rateLimit/requests",schemaPath:"#/properties/rateLimit/properties/r\
equests/type",keyword:"type",params:{type:"integer"}};e===null?e=[a]:e.push(a),i++}if(typeof s=="number"&&isFinite(s)){if(s>
1e6||isNaN(s)){let a={instancePath:n+"/rateLimit/requests",schemaPath:"#/properties/rateLimit/properties/requests/maximu\
m",keyword:"maximum",params:{comparison:"<=",limit:1e6}};e===null?e=[a]:e.push(a),i++}if(s<1||isNaN(s)){let a={instancePath:n+
"/rateLimit/requests",schemaPath:"#/properties/rateLimit/properties/requests/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:1}};e===null?e=[a]:e.push(a),i++}}}t.per!==void 0&&(_(t.per,{instancePath:n+"/rateLimit/per",parentData:t,parentDataProperty:"\
per",rootData:o})||(e=e===null?_.errors:p(e,_.errors),i=e.length))}else{let s={instancePath:n+"/rateLimit",schemaPath:"#\
/properties/rateLimit/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),i++}}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),i++}return x.errors=e,i===0}var J={type:"\
object",additionalProperties:!1,properties:{service:{$ref:"#/definitions/service"},api:{$ref:"#/definitions/api"},cloud:{
$ref:"#/definitions/cloud"},region:{$ref:"#/definitions/region"},project:{$ref:"#/definitions/project"},baseUrl:{$ref:"#\
/definitions/baseUrl"},account:{$ref:"#/definitions/accountName"},labels:{$ref:"#/definitions/labels"},objective:{$ref:"\
#/definitions/objective"},schedule:{$ref:"#/definitions/schedule"},pause:{$ref:"#/definitions/pause"}}},G={enum:["dcs","\
vbs","starrocks","cbr"]};function P(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,
i=0;if(!(r==="dcs"||r==="vbs"||r==="starrocks"||r==="cbr")){let t={instancePath:n,schemaPath:"#/enum",keyword:"enum",params:{
allowedValues:G.enum}};e===null?e=[t]:e.push(t),i++}return P.errors=e,i===0}var V={enum:["v2","v1.0"]};function S(r,{instancePath:n="",
parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(!(r==="v2"||r==="v1.0")){let t={instancePath:n,schemaPath:"\
#/enum",keyword:"enum",params:{allowedValues:V.enum}};e===null?e=[t]:e.push(t),i++}return S.errors=e,i===0}var Q={enum:[
"huaweicloud","otc","alibabacloud"]};function O(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){
let e=null,i=0;if(!(r==="huaweicloud"||r==="otc"||r==="alibabacloud")){let t={instancePath:n,schemaPath:"#/enum",keyword:"\
enum",params:{allowedValues:Q.enum}};e===null?e=[t]:e.push(t),i++}return O.errors=e,i===0}var X=new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$","u");function C(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){
let e=null,i=0;if(typeof r=="string"){if(!X.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"\
type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}return C.errors=e,i===0}function T(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){
if(N(r)<1){let t={instancePath:n,schemaPath:"#/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),
i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return T.errors=e,i===0}var ee=new RegExp("^https?://","u");function I(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){
let e=null,i=0;if(typeof r=="string"){if(!ee.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^https?://"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{
type:"string"}};e===null?e=[t]:e.push(t),i++}return I.errors=e,i===0}function w(r,{instancePath:n="",parentData:m,parentDataProperty:d,
rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(N(r)>200){let t={instancePath:n,schemaPath:"#/maxLength",keyword:"\
maxLength",params:{limit:200}};e===null?e=[t]:e.push(t),i++}if(!B.test(r)){let t={instancePath:n,schemaPath:"#/pattern",
keyword:"pattern",params:{pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}};e===null?e=[t]:e.push(t),
i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return w.errors=e,i===0}var re=new RegExp("^(?!__)[A-Za-z_][A-Za-z0-9_]*$","u");function A(r,{instancePath:n="",parentData:m,parentDataProperty:d,
rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let s in r){let a=i;if(typeof s=="stri\
ng"&&!re.test(s)){let l={instancePath:n,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern:"^(?!__)[\
A-Za-z_][A-Za-z0-9_]*$"},propertyName:s};e===null?e=[l]:e.push(l),i++}var t=a===i;if(!t){let l={instancePath:n,schemaPath:"\
#/propertyNames",keyword:"propertyNames",params:{propertyName:s}};e===null?e=[l]:e.push(l),i++}}for(let s in r)if(typeof r[s]!=
"string"){let a={instancePath:n+"/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/additionalProperties/type",keyword:"\
type",params:{type:"string"}};e===null?e=[a]:e.push(a),i++}}else{let s={instancePath:n,schemaPath:"#/type",keyword:"type",
params:{type:"object"}};e===null?e=[s]:e.push(s),i++}return A.errors=e,i===0}function E(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="obje\
ct"&&!Array.isArray(r)){for(let s in r)if(!(s==="maxAge"||s==="maxDuration"||s==="maxFailures"||s==="maxRestoreAge"||s===
"minRestorable"||s==="ignore")){let a={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:s}};e===null?e=[a]:e.push(a),i++}if(r.maxAge!==void 0&&(_(r.maxAge,{instancePath:n+"/maxAge",
parentData:r,parentDataProperty:"maxAge",rootData:o})||(e=e===null?_.errors:p(e,_.errors),i=e.length)),r.maxDuration!==void 0){
let s=r.maxDuration;if(typeof s!="string"){let c={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/typ\
e",keyword:"type",params:{type:"string"}};e===null?e=[c]:e.push(c),i++}let a=i,l=!1,f=i;_(s,{instancePath:n+"/maxDuratio\
n",parentData:r,parentDataProperty:"maxDuration",rootData:o})||(e=e===null?_.errors:p(e,_.errors),i=e.length);var t=f===
i;if(l=l||t,!l){let c=i;if(s!=="none"){let U={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/anyOf/1\
/const",keyword:"const",params:{allowedValue:"none"}};e===null?e=[U]:e.push(U),i++}var t=c===i;l=l||t}if(l)i=a,e!==null&&
(a?e.length=a:e=null);else{let c={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/anyOf",keyword:"any\
Of",params:{}};e===null?e=[c]:e.push(c),i++}}if(r.maxFailures!==void 0){let s=r.maxFailures;if(!(typeof s=="number"&&!(s%
1)&&!isNaN(s)&&isFinite(s))){let a={instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures/type",keyword:"ty\
pe",params:{type:"integer"}};e===null?e=[a]:e.push(a),i++}if(typeof s=="number"&&isFinite(s)){if(s>1e6||isNaN(s)){let a={
instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e6}};
e===null?e=[a]:e.push(a),i++}if(s<0||isNaN(s)){let a={instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures\
/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[a]:e.push(a),i++}}}if(r.maxRestoreAge!==void 0&&
(_(r.maxRestoreAge,{instancePath:n+"/maxRestoreAge",parentData:r,parentDataProperty:"maxRestoreAge",rootData:o})||(e=e===
null?_.errors:p(e,_.errors),i=e.length)),r.minRestorable!==void 0){let s=r.minRestorable;if(!(typeof s=="number"&&!(s%1)&&
!isNaN(s)&&isFinite(s))){let a={instancePath:n+"/minRestorable",schemaPath:"#/properties/minRestorable/type",keyword:"ty\
pe",params:{type:"integer"}};e===null?e=[a]:e.push(a),i++}if(typeof s=="number"&&isFinite(s)){if(s>1e6||isNaN(s)){let a={
instancePath:n+"/minRestorable",schemaPath:"#/properties/minRestorable/maximum",keyword:"maximum",params:{comparison:"<=",
limit:1e6}};e===null?e=[a]:e.push(a),i++}if(s<0||isNaN(s)){let a={instancePath:n+"/minRestorable",schemaPath:"#/properti\
es/minRestorable/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[a]:e.push(a),i++}}}if(r.ignore!==
void 0){let s=r.ignore;if(s&&typeof s=="object"&&!Array.isArray(s)){for(let a in s)if(!(a==="skipped"||a==="manual")){let l={
instancePath:n+"/ignore",schemaPath:"#/properties/ignore/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a}};
e===null?e=[l]:e.push(l),i++}if(s.skipped!==void 0&&typeof s.skipped!="boolean"){let a={instancePath:n+"/ignore/skipped",
schemaPath:"#/properties/ignore/properties/skipped/type",keyword:"type",params:{type:"boolean"}};e===null?e=[a]:e.push(a),
i++}if(s.manual!==void 0&&typeof s.manual!="boolean"){let a={instancePath:n+"/ignore/manual",schemaPath:"#/properties/ig\
nore/properties/manual/type",keyword:"type",params:{type:"boolean"}};e===null?e=[a]:e.push(a),i++}}else{let a={instancePath:n+
"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type:"object"}};e===null?e=[a]:e.push(a),i++}}}else{
let s={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),i++}return E.errors=
e,i===0}var te={type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],additionalProperties:!1,properties:{
cron:{type:"string"},zone:{type:"string"},grace:{$ref:"#/definitions/duration"}}},ie=new RegExp("^(?:own|none)$","u");function b(r,{
instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(typeof r!="string"&&!(r&&typeof r==
"object"&&!Array.isArray(r))){let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:te.type}};e===null?e=
[t]:e.push(t),i++}if(typeof r=="string"&&!ie.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^(?:own|none)$"}};e===null?e=[t]:e.push(t),i++}if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.cron===void 0){
let t={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"cron"}};e===null?e=[t]:e.push(
t),i++}for(let t in r)if(!(t==="cron"||t==="zone"||t==="grace")){let s={instancePath:n,schemaPath:"#/additionalPropertie\
s",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.cron!==void 0&&typeof r.
cron!="string"){let t={instancePath:n+"/cron",schemaPath:"#/properties/cron/type",keyword:"type",params:{type:"string"}};
e===null?e=[t]:e.push(t),i++}if(r.zone!==void 0&&typeof r.zone!="string"){let t={instancePath:n+"/zone",schemaPath:"#/pr\
operties/zone/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}r.grace!==void 0&&(_(r.grace,{instancePath:n+
"/grace",parentData:r,parentDataProperty:"grace",rootData:o})||(e=e===null?_.errors:p(e,_.errors),i=e.length))}return b.
errors=e,i===0}var ne=new RegExp("^\\d{4}-\\d{2}-\\d{2}$","u");function v(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){
let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.until===void 0){let t={instancePath:n,schemaPath:"#/req\
uired",keyword:"required",params:{missingProperty:"until"}};e===null?e=[t]:e.push(t),i++}if(r.reason===void 0){let t={instancePath:n,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"reason"}};e===null?e=[t]:e.push(t),i++}for(let t in r)
if(!(t==="until"||t==="reason"||t==="acceptedBy")){let s={instancePath:n,schemaPath:"#/additionalProperties",keyword:"ad\
ditionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.until!==void 0){let t=r.until;if(typeof t==
"string"){if(!ne.test(t)){let s={instancePath:n+"/until",schemaPath:"#/properties/until/pattern",keyword:"pattern",params:{
pattern:"^\\d{4}-\\d{2}-\\d{2}$"}};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:n+"/until",schemaPath:"#/prope\
rties/until/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),i++}}r.reason!==void 0&&(y(r.reason,{instancePath:n+
"/reason",parentData:r,parentDataProperty:"reason",rootData:o})||(e=e===null?y.errors:p(e,y.errors),i=e.length)),r.acceptedBy!==
void 0&&(y(r.acceptedBy,{instancePath:n+"/acceptedBy",parentData:r,parentDataProperty:"acceptedBy",rootData:o})||(e=e===
null?y.errors:p(e,y.errors),i=e.length))}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"obj\
ect"}};e===null?e=[t]:e.push(t),i++}return v.errors=e,i===0}function j(r,{instancePath:n="",parentData:m,parentDataProperty:d,
rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)if(!M.call(J.properties,t)){
let s={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};
e===null?e=[s]:e.push(s),i++}r.service!==void 0&&(P(r.service,{instancePath:n+"/service",parentData:r,parentDataProperty:"\
service",rootData:o})||(e=e===null?P.errors:p(e,P.errors),i=e.length)),r.api!==void 0&&(S(r.api,{instancePath:n+"/api",parentData:r,
parentDataProperty:"api",rootData:o})||(e=e===null?S.errors:p(e,S.errors),i=e.length)),r.cloud!==void 0&&(O(r.cloud,{instancePath:n+
"/cloud",parentData:r,parentDataProperty:"cloud",rootData:o})||(e=e===null?O.errors:p(e,O.errors),i=e.length)),r.region!==
void 0&&(C(r.region,{instancePath:n+"/region",parentData:r,parentDataProperty:"region",rootData:o})||(e=e===null?C.errors:
p(e,C.errors),i=e.length)),r.project!==void 0&&(T(r.project,{instancePath:n+"/project",parentData:r,parentDataProperty:"\
project",rootData:o})||(e=e===null?T.errors:p(e,T.errors),i=e.length)),r.baseUrl!==void 0&&(I(r.baseUrl,{instancePath:n+
"/baseUrl",parentData:r,parentDataProperty:"baseUrl",rootData:o})||(e=e===null?I.errors:p(e,I.errors),i=e.length)),r.account!==
void 0&&(w(r.account,{instancePath:n+"/account",parentData:r,parentDataProperty:"account",rootData:o})||(e=e===null?w.errors:
p(e,w.errors),i=e.length)),r.labels!==void 0&&(A(r.labels,{instancePath:n+"/labels",parentData:r,parentDataProperty:"lab\
els",rootData:o})||(e=e===null?A.errors:p(e,A.errors),i=e.length)),r.objective!==void 0&&(E(r.objective,{instancePath:n+
"/objective",parentData:r,parentDataProperty:"objective",rootData:o})||(e=e===null?E.errors:p(e,E.errors),i=e.length)),r.
schedule!==void 0&&(b(r.schedule,{instancePath:n+"/schedule",parentData:r,parentDataProperty:"schedule",rootData:o})||(e=
e===null?b.errors:p(e,b.errors),i=e.length)),r.pause!==void 0&&(v(r.pause,{instancePath:n+"/pause",parentData:r,parentDataProperty:"\
pause",rootData:o})||(e=e===null?v.errors:p(e,v.errors),i=e.length))}else{let t={instancePath:n,schemaPath:"#/type",keyword:"\
type",params:{type:"object"}};e===null?e=[t]:e.push(t),i++}return j.errors=e,i===0}var se={type:"object",additionalProperties:!1,
oneOf:[{required:["instance"]},{required:["instances"]},{required:["policy"]},{required:["policies"]},{required:["cluste\
r"]},{required:["clusters"]}],properties:{name:{$ref:"#/definitions/name"},group:{$ref:"#/definitions/name"},service:{$ref:"\
#/definitions/service"},api:{$ref:"#/definitions/api"},cloud:{$ref:"#/definitions/cloud"},region:{$ref:"#/definitions/re\
gion"},project:{$ref:"#/definitions/project"},baseUrl:{$ref:"#/definitions/baseUrl"},account:{$ref:"#/definitions/accoun\
tName"},labels:{$ref:"#/definitions/labels"},objective:{$ref:"#/definitions/objective"},schedule:{$ref:"#/definitions/sc\
hedule"},pause:{$ref:"#/definitions/pause"},instance:{$ref:"#/definitions/id"},instances:{$ref:"#/definitions/ids"},policy:{
$ref:"#/definitions/id"},policies:{$ref:"#/definitions/ids"},cluster:{$ref:"#/definitions/id"},clusters:{$ref:"#/definit\
ions/ids"}}};function g(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(typeof r==
"string"){if(N(r)<1){let t={instancePath:n,schemaPath:"#/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:
e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(
t),i++}return g.errors=e,i===0}var ae={type:["array","object","string"],minItems:1,items:{$ref:"#/definitions/id"},minProperties:1,
maxProperties:1,additionalProperties:!1,properties:{file:{type:"string",minLength:1},stdin:{const:!0}},pattern:"^-$"},oe=new RegExp(
"^-$","u");function D(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if((!r||typeof r!=
"object")&&typeof r!="string"){let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:ae.type}};e===null?
e=[t]:e.push(t),i++}if(typeof r=="string"&&!oe.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^-$"}};e===null?e=[t]:e.push(t),i++}if(Array.isArray(r)){if(r.length<1){let s={instancePath:n,schemaPath:"#/min\
Items",keyword:"minItems",params:{limit:1}};e===null?e=[s]:e.push(s),i++}let t=r.length;for(let s=0;s<t;s++)g(r[s],{instancePath:n+
"/"+s,parentData:r,parentDataProperty:s,rootData:o})||(e=e===null?g.errors:p(e,g.errors),i=e.length)}if(r&&typeof r=="ob\
ject"&&!Array.isArray(r)){if(Object.keys(r).length>1){let t={instancePath:n,schemaPath:"#/maxProperties",keyword:"maxPro\
perties",params:{limit:1}};e===null?e=[t]:e.push(t),i++}if(Object.keys(r).length<1){let t={instancePath:n,schemaPath:"#/\
minProperties",keyword:"minProperties",params:{limit:1}};e===null?e=[t]:e.push(t),i++}for(let t in r)if(!(t==="file"||t===
"stdin")){let s={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};
e===null?e=[s]:e.push(s),i++}if(r.file!==void 0){let t=r.file;if(typeof t=="string"){if(N(t)<1){let s={instancePath:n+"/\
file",schemaPath:"#/properties/file/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[s]:e.push(s),i++}}else{
let s={instancePath:n+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:
e.push(s),i++}}if(r.stdin!==void 0&&r.stdin!==!0){let t={instancePath:n+"/stdin",schemaPath:"#/properties/stdin/const",keyword:"\
const",params:{allowedValue:!0}};e===null?e=[t]:e.push(t),i++}}return D.errors=e,i===0}function Z(r,{instancePath:n="",parentData:m,
parentDataProperty:d,rootData:o=r}={}){let e=null,i=0,t=i,s=!1,a=null,l=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.
instance===void 0){let h={instancePath:n,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty:"ins\
tance"}};e===null?e=[h]:e.push(h),i++}var c=l===i;c&&(s=!0,a=0);let f=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.instances===
void 0){let h={instancePath:n,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty:"instances"}};e===
null?e=[h]:e.push(h),i++}var c=f===i;if(c&&s)s=!1,a=[a,1];else{c&&(s=!0,a=1);let h=i;if(r&&typeof r=="object"&&!Array.isArray(
r)&&r.policy===void 0){let R={instancePath:n,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty:"\
policy"}};e===null?e=[R]:e.push(R),i++}var c=h===i;if(c&&s)s=!1,a=[a,2];else{c&&(s=!0,a=2);let R=i;if(r&&typeof r=="obje\
ct"&&!Array.isArray(r)&&r.policies===void 0){let L={instancePath:n,schemaPath:"#/oneOf/3/required",keyword:"required",params:{
missingProperty:"policies"}};e===null?e=[L]:e.push(L),i++}var c=R===i;if(c&&s)s=!1,a=[a,3];else{c&&(s=!0,a=3);let L=i;if(r&&
typeof r=="object"&&!Array.isArray(r)&&r.cluster===void 0){let k={instancePath:n,schemaPath:"#/oneOf/4/required",keyword:"\
required",params:{missingProperty:"cluster"}};e===null?e=[k]:e.push(k),i++}var c=L===i;if(c&&s)s=!1,a=[a,4];else{c&&(s=!0,
a=4);let k=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.clusters===void 0){let q={instancePath:n,schemaPath:"#/oneOf\
/5/required",keyword:"required",params:{missingProperty:"clusters"}};e===null?e=[q]:e.push(q),i++}var c=k===i;c&&s?(s=!1,
a=[a,5]):c&&(s=!0,a=5)}}}}if(s)i=t,e!==null&&(t?e.length=t:e=null);else{let h={instancePath:n,schemaPath:"#/oneOf",keyword:"\
oneOf",params:{passingSchemas:a}};e===null?e=[h]:e.push(h),i++}if(r&&typeof r=="object"&&!Array.isArray(r)){for(let h in r)
if(!M.call(se.properties,h)){let U={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:h}};e===null?e=[U]:e.push(U),i++}r.name!==void 0&&(y(r.name,{instancePath:n+"/name",parentData:r,parentDataProperty:"\
name",rootData:o})||(e=e===null?y.errors:p(e,y.errors),i=e.length)),r.group!==void 0&&(y(r.group,{instancePath:n+"/group",
parentData:r,parentDataProperty:"group",rootData:o})||(e=e===null?y.errors:p(e,y.errors),i=e.length)),r.service!==void 0&&
(P(r.service,{instancePath:n+"/service",parentData:r,parentDataProperty:"service",rootData:o})||(e=e===null?P.errors:p(e,
P.errors),i=e.length)),r.api!==void 0&&(S(r.api,{instancePath:n+"/api",parentData:r,parentDataProperty:"api",rootData:o})||
(e=e===null?S.errors:p(e,S.errors),i=e.length)),r.cloud!==void 0&&(O(r.cloud,{instancePath:n+"/cloud",parentData:r,parentDataProperty:"\
cloud",rootData:o})||(e=e===null?O.errors:p(e,O.errors),i=e.length)),r.region!==void 0&&(C(r.region,{instancePath:n+"/re\
gion",parentData:r,parentDataProperty:"region",rootData:o})||(e=e===null?C.errors:p(e,C.errors),i=e.length)),r.project!==
void 0&&(T(r.project,{instancePath:n+"/project",parentData:r,parentDataProperty:"project",rootData:o})||(e=e===null?T.errors:
p(e,T.errors),i=e.length)),r.baseUrl!==void 0&&(I(r.baseUrl,{instancePath:n+"/baseUrl",parentData:r,parentDataProperty:"\
baseUrl",rootData:o})||(e=e===null?I.errors:p(e,I.errors),i=e.length)),r.account!==void 0&&(w(r.account,{instancePath:n+
"/account",parentData:r,parentDataProperty:"account",rootData:o})||(e=e===null?w.errors:p(e,w.errors),i=e.length)),r.labels!==
void 0&&(A(r.labels,{instancePath:n+"/labels",parentData:r,parentDataProperty:"labels",rootData:o})||(e=e===null?A.errors:
p(e,A.errors),i=e.length)),r.objective!==void 0&&(E(r.objective,{instancePath:n+"/objective",parentData:r,parentDataProperty:"\
objective",rootData:o})||(e=e===null?E.errors:p(e,E.errors),i=e.length)),r.schedule!==void 0&&(b(r.schedule,{instancePath:n+
"/schedule",parentData:r,parentDataProperty:"schedule",rootData:o})||(e=e===null?b.errors:p(e,b.errors),i=e.length)),r.pause!==
void 0&&(v(r.pause,{instancePath:n+"/pause",parentData:r,parentDataProperty:"pause",rootData:o})||(e=e===null?v.errors:p(
e,v.errors),i=e.length)),r.instance!==void 0&&(g(r.instance,{instancePath:n+"/instance",parentData:r,parentDataProperty:"\
instance",rootData:o})||(e=e===null?g.errors:p(e,g.errors),i=e.length)),r.instances!==void 0&&(D(r.instances,{instancePath:n+
"/instances",parentData:r,parentDataProperty:"instances",rootData:o})||(e=e===null?D.errors:p(e,D.errors),i=e.length)),r.
policy!==void 0&&(g(r.policy,{instancePath:n+"/policy",parentData:r,parentDataProperty:"policy",rootData:o})||(e=e===null?
g.errors:p(e,g.errors),i=e.length)),r.policies!==void 0&&(D(r.policies,{instancePath:n+"/policies",parentData:r,parentDataProperty:"\
policies",rootData:o})||(e=e===null?D.errors:p(e,D.errors),i=e.length)),r.cluster!==void 0&&(g(r.cluster,{instancePath:n+
"/cluster",parentData:r,parentDataProperty:"cluster",rootData:o})||(e=e===null?g.errors:p(e,g.errors),i=e.length)),r.clusters!==
void 0&&(D(r.clusters,{instancePath:n+"/clusters",parentData:r,parentDataProperty:"clusters",rootData:o})||(e=e===null?D.
errors:p(e,D.errors),i=e.length))}else{let h={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};
e===null?e=[h]:e.push(h),i++}return Z.errors=e,i===0}var pe={type:"object",additionalProperties:!1,properties:{service:{
$ref:"#/definitions/service"},api:{$ref:"#/definitions/api"},cloud:{$ref:"#/definitions/cloud"},regions:{type:"array",minItems:1,
items:{$ref:"#/definitions/region"}},projects:{type:"array",minItems:1,items:{$ref:"#/definitions/id"}},baseUrl:{$ref:"#\
/definitions/baseUrl"},account:{$ref:"#/definitions/accountName"},group:{$ref:"#/definitions/name"},names:{$ref:"#/defin\
itions/patterns"},except:{$ref:"#/definitions/patterns"},tags:{type:"object",additionalProperties:{type:"string"}},statuses:{
type:"array",minItems:1,items:{type:"string",minLength:1}},labels:{$ref:"#/definitions/labels"},objective:{$ref:"#/defin\
itions/objective"},schedule:{$ref:"#/definitions/schedule"},pause:{$ref:"#/definitions/pause"},overrides:{type:"array",minItems:1,
items:{type:"object",required:["names"],additionalProperties:!1,properties:{names:{$ref:"#/definitions/patterns"},labels:{
$ref:"#/definitions/labels"},objective:{$ref:"#/definitions/objective"},schedule:{$ref:"#/definitions/schedule"},pause:{
$ref:"#/definitions/pause"}}}}}};function $(r,{instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(Array.isArray(r)){
if(r.length<1){let s={instancePath:n,schemaPath:"#/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[s]:e.push(
s),i++}let t=r.length;for(let s=0;s<t;s++){let a=r[s];if(typeof a=="string"){if(N(a)>200){let l={instancePath:n+"/"+s,schemaPath:"\
#/items/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[l]:e.push(l),i++}if(N(a)<1){let l={instancePath:n+
"/"+s,schemaPath:"#/items/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[l]:e.push(l),i++}}else{let l={instancePath:n+
"/"+s,schemaPath:"#/items/type",keyword:"type",params:{type:"string"}};e===null?e=[l]:e.push(l),i++}}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"array"}};e===null?e=[t]:e.push(t),i++}return $.errors=e,i===0}function K(r,{
instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(
r)){for(let t in r)if(!M.call(pe.properties,t)){let s={instancePath:n,schemaPath:"#/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.service!==void 0&&(P(r.service,{instancePath:n+
"/service",parentData:r,parentDataProperty:"service",rootData:o})||(e=e===null?P.errors:p(e,P.errors),i=e.length)),r.api!==
void 0&&(S(r.api,{instancePath:n+"/api",parentData:r,parentDataProperty:"api",rootData:o})||(e=e===null?S.errors:p(e,S.errors),
i=e.length)),r.cloud!==void 0&&(O(r.cloud,{instancePath:n+"/cloud",parentData:r,parentDataProperty:"cloud",rootData:o})||
(e=e===null?O.errors:p(e,O.errors),i=e.length)),r.regions!==void 0){let t=r.regions;if(Array.isArray(t)){if(t.length<1){
let a={instancePath:n+"/regions",schemaPath:"#/properties/regions/minItems",keyword:"minItems",params:{limit:1}};e===null?
e=[a]:e.push(a),i++}let s=t.length;for(let a=0;a<s;a++)C(t[a],{instancePath:n+"/regions/"+a,parentData:t,parentDataProperty:a,
rootData:o})||(e=e===null?C.errors:p(e,C.errors),i=e.length)}else{let s={instancePath:n+"/regions",schemaPath:"#/propert\
ies/regions/type",keyword:"type",params:{type:"array"}};e===null?e=[s]:e.push(s),i++}}if(r.projects!==void 0){let t=r.projects;
if(Array.isArray(t)){if(t.length<1){let a={instancePath:n+"/projects",schemaPath:"#/properties/projects/minItems",keyword:"\
minItems",params:{limit:1}};e===null?e=[a]:e.push(a),i++}let s=t.length;for(let a=0;a<s;a++)g(t[a],{instancePath:n+"/pro\
jects/"+a,parentData:t,parentDataProperty:a,rootData:o})||(e=e===null?g.errors:p(e,g.errors),i=e.length)}else{let s={instancePath:n+
"/projects",schemaPath:"#/properties/projects/type",keyword:"type",params:{type:"array"}};e===null?e=[s]:e.push(s),i++}}
if(r.baseUrl!==void 0&&(I(r.baseUrl,{instancePath:n+"/baseUrl",parentData:r,parentDataProperty:"baseUrl",rootData:o})||(e=
e===null?I.errors:p(e,I.errors),i=e.length)),r.account!==void 0&&(w(r.account,{instancePath:n+"/account",parentData:r,parentDataProperty:"\
account",rootData:o})||(e=e===null?w.errors:p(e,w.errors),i=e.length)),r.group!==void 0&&(y(r.group,{instancePath:n+"/gr\
oup",parentData:r,parentDataProperty:"group",rootData:o})||(e=e===null?y.errors:p(e,y.errors),i=e.length)),r.names!==void 0&&
($(r.names,{instancePath:n+"/names",parentData:r,parentDataProperty:"names",rootData:o})||(e=e===null?$.errors:p(e,$.errors),
i=e.length)),r.except!==void 0&&($(r.except,{instancePath:n+"/except",parentData:r,parentDataProperty:"except",rootData:o})||
(e=e===null?$.errors:p(e,$.errors),i=e.length)),r.tags!==void 0){let t=r.tags;if(t&&typeof t=="object"&&!Array.isArray(t)){
for(let s in t)if(typeof t[s]!="string"){let a={instancePath:n+"/tags/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"}};e===null?e=[a]:e.push(a),i++}}else{let s={
instancePath:n+"/tags",schemaPath:"#/properties/tags/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(
s),i++}}if(r.statuses!==void 0){let t=r.statuses;if(Array.isArray(t)){if(t.length<1){let a={instancePath:n+"/statuses",schemaPath:"\
#/properties/statuses/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[a]:e.push(a),i++}let s=t.length;for(let a=0;a<
s;a++){let l=t[a];if(typeof l=="string"){if(N(l)<1){let f={instancePath:n+"/statuses/"+a,schemaPath:"#/properties/status\
es/items/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[f]:e.push(f),i++}}else{let f={instancePath:n+"/sta\
tuses/"+a,schemaPath:"#/properties/statuses/items/type",keyword:"type",params:{type:"string"}};e===null?e=[f]:e.push(f),
i++}}}else{let s={instancePath:n+"/statuses",schemaPath:"#/properties/statuses/type",keyword:"type",params:{type:"array"}};
e===null?e=[s]:e.push(s),i++}}if(r.labels!==void 0&&(A(r.labels,{instancePath:n+"/labels",parentData:r,parentDataProperty:"\
labels",rootData:o})||(e=e===null?A.errors:p(e,A.errors),i=e.length)),r.objective!==void 0&&(E(r.objective,{instancePath:n+
"/objective",parentData:r,parentDataProperty:"objective",rootData:o})||(e=e===null?E.errors:p(e,E.errors),i=e.length)),r.
schedule!==void 0&&(b(r.schedule,{instancePath:n+"/schedule",parentData:r,parentDataProperty:"schedule",rootData:o})||(e=
e===null?b.errors:p(e,b.errors),i=e.length)),r.pause!==void 0&&(v(r.pause,{instancePath:n+"/pause",parentData:r,parentDataProperty:"\
pause",rootData:o})||(e=e===null?v.errors:p(e,v.errors),i=e.length)),r.overrides!==void 0){let t=r.overrides;if(Array.isArray(
t)){if(t.length<1){let a={instancePath:n+"/overrides",schemaPath:"#/properties/overrides/minItems",keyword:"minItems",params:{
limit:1}};e===null?e=[a]:e.push(a),i++}let s=t.length;for(let a=0;a<s;a++){let l=t[a];if(l&&typeof l=="object"&&!Array.isArray(
l)){if(l.names===void 0){let f={instancePath:n+"/overrides/"+a,schemaPath:"#/properties/overrides/items/required",keyword:"\
required",params:{missingProperty:"names"}};e===null?e=[f]:e.push(f),i++}for(let f in l)if(!(f==="names"||f==="labels"||
f==="objective"||f==="schedule"||f==="pause")){let c={instancePath:n+"/overrides/"+a,schemaPath:"#/properties/overrides/\
items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f}};e===null?e=[c]:e.push(c),i++}l.
names!==void 0&&($(l.names,{instancePath:n+"/overrides/"+a+"/names",parentData:l,parentDataProperty:"names",rootData:o})||
(e=e===null?$.errors:p(e,$.errors),i=e.length)),l.labels!==void 0&&(A(l.labels,{instancePath:n+"/overrides/"+a+"/labels",
parentData:l,parentDataProperty:"labels",rootData:o})||(e=e===null?A.errors:p(e,A.errors),i=e.length)),l.objective!==void 0&&
(E(l.objective,{instancePath:n+"/overrides/"+a+"/objective",parentData:l,parentDataProperty:"objective",rootData:o})||(e=
e===null?E.errors:p(e,E.errors),i=e.length)),l.schedule!==void 0&&(b(l.schedule,{instancePath:n+"/overrides/"+a+"/schedu\
le",parentData:l,parentDataProperty:"schedule",rootData:o})||(e=e===null?b.errors:p(e,b.errors),i=e.length)),l.pause!==void 0&&
(v(l.pause,{instancePath:n+"/overrides/"+a+"/pause",parentData:l,parentDataProperty:"pause",rootData:o})||(e=e===null?v.
errors:p(e,v.errors),i=e.length))}else{let f={instancePath:n+"/overrides/"+a,schemaPath:"#/properties/overrides/items/ty\
pe",keyword:"type",params:{type:"object"}};e===null?e=[f]:e.push(f),i++}}}else{let s={instancePath:n+"/overrides",schemaPath:"\
#/properties/overrides/type",keyword:"type",params:{type:"array"}};e===null?e=[s]:e.push(s),i++}}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),i++}return K.errors=e,i===0}function z(r,{
instancePath:n="",parentData:m,parentDataProperty:d,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(
r)){for(let a in r)if(!(a==="$schema"||a==="accounts"||a==="defaults"||a==="groups"||a==="targets"||a==="discover"||Y.test(
a))){let l={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a}};
e===null?e=[l]:e.push(l),i++}if(r.$schema!==void 0&&typeof r.$schema!="string"){let a={instancePath:n+"/$schema",schemaPath:"\
#/properties/%24schema/type",keyword:"type",params:{type:"string"}};e===null?e=[a]:e.push(a),i++}if(r.accounts!==void 0){
let a=r.accounts;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let l in a){let f=i;y(l,{instancePath:n+"/accounts",parentData:a,
parentDataProperty:"accounts",rootData:o})||(e=e===null?y.errors:p(e,y.errors),i=e.length);var t=f===i;if(!t){let c={instancePath:n+
"/accounts",schemaPath:"#/properties/accounts/propertyNames",keyword:"propertyNames",params:{propertyName:l}};e===null?e=
[c]:e.push(c),i++}}for(let l in a)x(a[l],{instancePath:n+"/accounts/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:a,
parentDataProperty:l,rootData:o})||(e=e===null?x.errors:p(e,x.errors),i=e.length)}else{let l={instancePath:n+"/accounts",
schemaPath:"#/properties/accounts/type",keyword:"type",params:{type:"object"}};e===null?e=[l]:e.push(l),i++}}if(r.defaults!==
void 0&&(j(r.defaults,{instancePath:n+"/defaults",parentData:r,parentDataProperty:"defaults",rootData:o})||(e=e===null?j.
errors:p(e,j.errors),i=e.length)),r.groups!==void 0){let a=r.groups;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let l in a){
let f=i;y(l,{instancePath:n+"/groups",parentData:a,parentDataProperty:"groups",rootData:o})||(e=e===null?y.errors:p(e,y.
errors),i=e.length);var s=f===i;if(!s){let c={instancePath:n+"/groups",schemaPath:"#/properties/groups/propertyNames",keyword:"\
propertyNames",params:{propertyName:l}};e===null?e=[c]:e.push(c),i++}}for(let l in a)j(a[l],{instancePath:n+"/groups/"+l.
replace(/~/g,"~0").replace(/\//g,"~1"),parentData:a,parentDataProperty:l,rootData:o})||(e=e===null?j.errors:p(e,j.errors),
i=e.length)}else{let l={instancePath:n+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type:"obje\
ct"}};e===null?e=[l]:e.push(l),i++}}if(r.targets!==void 0){let a=r.targets;if(Array.isArray(a)){if(a.length<1){let f={instancePath:n+
"/targets",schemaPath:"#/properties/targets/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[f]:e.push(f),i++}
let l=a.length;for(let f=0;f<l;f++)Z(a[f],{instancePath:n+"/targets/"+f,parentData:a,parentDataProperty:f,rootData:o})||
(e=e===null?Z.errors:p(e,Z.errors),i=e.length)}else{let l={instancePath:n+"/targets",schemaPath:"#/properties/targets/ty\
pe",keyword:"type",params:{type:"array"}};e===null?e=[l]:e.push(l),i++}}if(r.discover!==void 0){let a=r.discover;if(Array.
isArray(a)){if(a.length<1){let f={instancePath:n+"/discover",schemaPath:"#/properties/discover/minItems",keyword:"minIte\
ms",params:{limit:1}};e===null?e=[f]:e.push(f),i++}let l=a.length;for(let f=0;f<l;f++)K(a[f],{instancePath:n+"/discover/"+
f,parentData:a,parentDataProperty:f,rootData:o})||(e=e===null?K.errors:p(e,K.errors),i=e.length)}else{let l={instancePath:n+
"/discover",schemaPath:"#/properties/discover/type",keyword:"type",params:{type:"array"}};e===null?e=[l]:e.push(l),i++}}}else{
let a={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[a]:e.push(a),i++}return z.errors=
e,i===0}function p(r,n){for(let m of n)r.push(m);return r}function le(r){let n=0;for(let m of r)n++;return n}var ce={title:"\
a targets file",type:"object",properties:{$schema:{title:"the address of a schema",type:"string"},accounts:{type:"object",
additionalProperties:{title:"an account",type:"object",properties:{environment:{type:"object",properties:{HUAWEICLOUD_SDK_AK:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},HUAWEICLOUD_SDK_SK:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[\
A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},HUAWEICLOUD_SDK_SECURITY_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRET",
type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},HUAWEICLOUD_SDK_PROJECT_ID:{title:"the name of \
a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_CLOUD:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},
OS_CLIENT_CONFIG_FILE:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0\
-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_CLIENT_SECURE_FILE:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",
pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRE\
T",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_ACCESS_KEY:{title:"the name of a variable\
, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_SECRET_KEY:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},
OS_SECURITY_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{\
16,}$)[A-Z_][A-Z0-9_]*$"},OS_USERNAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!\
(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_PASSWORD:{title:"the name of a variable, such as TEAM_A_SECRET",type:"s\
tring",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_USER_DOMAIN_NAME:{title:"the name of a variable, su\
ch as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_USER_DOMAIN_ID:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},
OS_DOMAIN_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,\
}$)[A-Z_][A-Z0-9_]*$"},OS_DOMAIN_ID:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?\
=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_PROJECT_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"\
string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_PROJECT_ID:{title:"the name of a variable, such as\
 TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TENANT_NAME:{title:"the name\
 of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TENANT_ID:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},OS_AUTH_URL:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]\
{16,}$)[A-Z_][A-Z0-9_]*$"},OS_REGION_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"\
^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},ALIBABA_CLOUD_ACCESS_KEY_ID:{title:"the name of a variable, such as TE\
AM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},ALIBABA_CLOUD_ACCESS_KEY_SECRET:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},
ALIBABA_CLOUD_SECURITY_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9\
])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"}}},rateLimit:{type:"object",required:["requests","per"],examples:["{ requests: 20, p\
er: 1s }"],properties:{requests:{type:"integer",minimum:1,maximum:1e6},per:{title:"a duration above zero, such as 90s, 3\
0m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,\
7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}}}},propertyNames:{title:"a name: one line of at most 200 characters, no space\
s around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}},defaults:{type:"object",
properties:{service:{enum:["dcs","vbs","starrocks","cbr"]},api:{enum:["v2","v1.0"]},cloud:{enum:["huaweicloud","otc","al\
ibabacloud"]},region:{title:"a region, such as eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"},project:{title:"\
an id",type:"string"},baseUrl:{title:"a URL that begins with https://",type:"string",pattern:"^https?://"},account:{title:"\
a name: one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2\
029]*[^\\s\\p{Cc}])?$"},labels:{type:"object",additionalProperties:{title:"a text",type:"string"},propertyNames:{title:"\
made of letters, digits and _, without a digit or __ at its beginning",pattern:"^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},objective:{
title:"an objective",type:"object",properties:{maxAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h\
30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?\
(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string"},maxFailures:{
type:"integer",minimum:0,maximum:1e6},maxRestoreAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30\
m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?\
:[0-9]{1,7}ms)?$"},minRestorable:{type:"integer",minimum:0,maximum:1e6},ignore:{type:"object",properties:{skipped:{type:"\
boolean"},manual:{type:"boolean"}}}}},schedule:{title:"own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["\
string","object"],pattern:"^(?:own|none)$",required:["cron"],examples:["{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{
cron:{title:"a cron expression of five fields, such as 0 3 * * 1-5",type:"string"},zone:{title:"a time zone, such as Eur\
ope/Berlin",type:"string"},grace:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"\
^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{
type:"object",required:["until","reason"],examples:["{ until: 2026-12-24, reason: moves to another cluster }"],properties:{
until:{title:"a day, such as 2026-12-24",type:"string",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at m\
ost 200 characters",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},acceptedBy:{title:"\
one line of at most 200 characters",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}}}},
groups:{type:"object",additionalProperties:{type:"object",properties:{service:{enum:["dcs","vbs","starrocks","cbr"]},api:{
enum:["v2","v1.0"]},cloud:{enum:["huaweicloud","otc","alibabacloud"]},region:{title:"a region, such as eu-de",type:"stri\
ng",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"},project:{title:"an id",type:"string"},baseUrl:{title:"a URL that begins with h\
ttps://",type:"string",pattern:"^https?://"},account:{title:"a name: one line of at most 200 characters, no spaces aroun\
d it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},labels:{type:"object",additionalProperties:{
title:"a text",type:"string"},propertyNames:{title:"made of letters, digits and _, without a digit or __ at its beginnin\
g",pattern:"^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},objective:{title:"an objective",type:"object",properties:{maxAge:{title:"a\
 duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9\
]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"a duration above zero,\
 such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string"},maxFailures:{type:"integer",minimum:0,maximum:1e6},maxRestoreAge:{
title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)\
?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{type:"integer",minimum:0,
maximum:1e6},ignore:{type:"object",properties:{skipped:{type:"boolean"},manual:{type:"boolean"}}}}},schedule:{title:"own\
, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],
examples:["{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{cron:{title:"a cron expression of five fields, such \
as 0 3 * * 1-5",type:"string"},zone:{title:"a time zone, such as Europe/Berlin",type:"string"},grace:{title:"a duration \
above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(\
?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["until","reason"],examples:[
"{ until: 2026-12-24, reason: moves to another cluster }"],properties:{until:{title:"a day, such as 2026-12-24",type:"st\
ring",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at most 200 characters",type:"string",pattern:"^[^\\s\\\
p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},acceptedBy:{title:"one line of at most 200 characters",type:"string",
pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}}},title:"a group"},propertyNames:{title:"a name: \
one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\\
s\\p{Cc}])?$"}},targets:{type:"array",items:{title:"a target",type:"object",properties:{name:{title:"a name: one line of\
 at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},
group:{title:"a name: one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\\
p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},service:{enum:["dcs","vbs","starrocks","cbr"]},api:{enum:["v2","v1.0"]},cloud:{enum:[
"huaweicloud","otc","alibabacloud"]},region:{title:"a region, such as eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-\
9]+)*$"},project:{title:"an id",type:"string"},baseUrl:{title:"a URL that begins with https://",type:"string",pattern:"^\
https?://"},account:{title:"a name: one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\\
s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},labels:{type:"object",additionalProperties:{title:"a text",type:"\
string"},propertyNames:{title:"made of letters, digits and _, without a digit or __ at its beginning",pattern:"^(?!__)[A\
-Za-z_][A-Za-z0-9_]*$"}},objective:{title:"an objective",type:"object",properties:{maxAge:{title:"a duration above zero,\
 such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7\
}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"a duration above zero, such as 90s, 30m, 26\
h, 7d, 1w or 1h30m",type:"string"},maxFailures:{type:"integer",minimum:0,maximum:1e6},maxRestoreAge:{title:"a duration a\
bove zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?\
:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{type:"integer",minimum:0,maximum:1e6},
ignore:{type:"object",properties:{skipped:{type:"boolean"},manual:{type:"boolean"}}}}},schedule:{title:"own, none, or { \
cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],examples:[
"{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{cron:{title:"a cron expression of five fields, such as 0 3 * *\
 1-5",type:"string"},zone:{title:"a time zone, such as Europe/Berlin",type:"string"},grace:{title:"a duration above zero\
, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,\
7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["until","reason"],examples:["\
{ until: 2026-12-24, reason: moves to another cluster }"],properties:{until:{title:"a day, such as 2026-12-24",type:"str\
ing",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at most 200 characters",type:"string",pattern:"^[^\\s\\p\
{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},acceptedBy:{title:"one line of at most 200 characters",type:"string",
pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}},instance:{title:"an id",type:"string"},instances:{
title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"^-$",properties:{file:{title:"t\
he path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}},policy:{title:"an id",type:"str\
ing"},policies:{title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"^-$",properties:{
file:{title:"the path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}},cluster:{title:"a\
n id",type:"string"},clusters:{title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"\
^-$",properties:{file:{title:"the path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}}}}},
discover:{type:"array",items:{title:"a discovery",type:"object",properties:{service:{enum:["dcs","vbs","starrocks","cbr"]},
api:{enum:["v2","v1.0"]},cloud:{enum:["huaweicloud","otc","alibabacloud"]},regions:{title:"a list of regions",type:"arra\
y",items:{title:"a region, such as eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"}},projects:{title:"a list o\
f projects",type:"array",items:{title:"an id",type:"string"}},baseUrl:{title:"a URL that begins with https://",type:"str\
ing",pattern:"^https?://"},account:{title:"a name: one line of at most 200 characters, no spaces around it",type:"string",
pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},group:{title:"a name: one line of at most 200 char\
acters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},names:{
title:"a list of names, with * for any characters",type:"array",items:{title:"a name, with * for any characters",type:"s\
tring"}},except:{title:"a list of names, with * for any characters",type:"array",items:{title:"a name, with * for any ch\
aracters",type:"string"}},tags:{type:"object",additionalProperties:{title:"a text",type:"string"}},statuses:{title:"a li\
st of statuses",type:"array",items:{title:"a status",type:"string"}},labels:{type:"object",additionalProperties:{title:"\
a text",type:"string"},propertyNames:{title:"made of letters, digits and _, without a digit or __ at its beginning",pattern:"\
^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},objective:{title:"an objective",type:"object",properties:{maxAge:{title:"a duration ab\
ove zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:\
[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"a duration above zero, such as 90s\
, 30m, 26h, 7d, 1w or 1h30m",type:"string"},maxFailures:{type:"integer",minimum:0,maximum:1e6},maxRestoreAge:{title:"a d\
uration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{\
1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{type:"integer",minimum:0,maximum:1e6},
ignore:{type:"object",properties:{skipped:{type:"boolean"},manual:{type:"boolean"}}}}},schedule:{title:"own, none, or { \
cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],examples:[
"{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{cron:{title:"a cron expression of five fields, such as 0 3 * *\
 1-5",type:"string"},zone:{title:"a time zone, such as Europe/Berlin",type:"string"},grace:{title:"a duration above zero\
, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,\
7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["until","reason"],examples:["\
{ until: 2026-12-24, reason: moves to another cluster }"],properties:{until:{title:"a day, such as 2026-12-24",type:"str\
ing",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at most 200 characters",type:"string",pattern:"^[^\\s\\p\
{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},acceptedBy:{title:"one line of at most 200 characters",type:"string",
pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}},overrides:{title:"a list of overrides",type:"arr\
ay",items:{title:"an override",type:"object",required:["names"],examples:["names: [test-*]"],properties:{names:{title:"a\
 list of names, with * for any characters",type:"array",items:{title:"a name, with * for any characters",type:"string"}},
labels:{type:"object",additionalProperties:{title:"a text",type:"string"},propertyNames:{title:"made of letters, digits \
and _, without a digit or __ at its beginning",pattern:"^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},objective:{title:"an objective",
type:"object",properties:{maxAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"\
^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{
title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string"},maxFailures:{type:"integer",minimum:0,
maximum:1e6},maxRestoreAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"\
^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{
type:"integer",minimum:0,maximum:1e6},ignore:{type:"object",properties:{skipped:{type:"boolean"},manual:{type:"boolean"}}}}},
schedule:{title:"own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["string","object"],pattern:"^(?:own|non\
e)$",required:["cron"],examples:["{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{cron:{title:"a cron expressio\
n of five fields, such as 0 3 * * 1-5",type:"string"},zone:{title:"a time zone, such as Europe/Berlin",type:"string"},grace:{
title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)\
?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["\
until","reason"],examples:["{ until: 2026-12-24, reason: moves to another cluster }"],properties:{until:{title:"a day, s\
uch as 2026-12-24",type:"string",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at most 200 characters",type:"\
string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},acceptedBy:{title:"one line of at most 200\
 characters",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}}}}}}}}}};export{fe as default,ce as rules,ue as validate};
