// Generated from spec/audit/targets.schema.json by `npm run generate`. Do not edit.
var oe=K,pe=K;var z=new RegExp("^x-","u");var R=ae,q=new RegExp("^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$","u");function h(r,{instancePath:n="",
parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(R(r)>200){let t={instancePath:n,
schemaPath:"#/maxLength",keyword:"maxLength",params:{limit:200}};e===null?e=[t]:e.push(t),i++}if(!q.test(r)){let t={instancePath:n,
schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}};
e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===
null?e=[t]:e.push(t),i++}return h.errors=e,i===0}var B={type:"object",additionalProperties:!1,properties:{environment:{type:"\
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
itions/duration"}}}}},Z=Object.prototype.hasOwnProperty;var Y=new RegExp("^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$","u");function p(r,{instancePath:n="",parentData:c,parentDataProperty:m,
rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(!Y.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"\
pattern",params:{pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}return p.errors=e,i===0}var F=new RegExp("^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1\
,7}ms)?$","u");function _(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(typeof r==
"string"){if(!F.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"^(?=.*[1-9])(?:\
[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}};e===null?e=[t]:e.push(
t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return _.errors=e,i===0}function k(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;
if(r&&typeof r=="object"&&!Array.isArray(r)){for(let t in r)if(!(t==="environment"||t==="rateLimit")){let s={instancePath:n,
schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(
s),i++}if(r.environment!==void 0){let t=r.environment;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let s in t)if(!Z.
call(B.properties.environment.properties,s)){let a={instancePath:n+"/environment",schemaPath:"#/properties/environment/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:s}};e===null?e=[a]:e.push(a),i++}t.HUAWEICLOUD_SDK_AK!==
void 0&&(p(t.HUAWEICLOUD_SDK_AK,{instancePath:n+"/environment/HUAWEICLOUD_SDK_AK",parentData:t,parentDataProperty:"HUAWE\
ICLOUD_SDK_AK",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.HUAWEICLOUD_SDK_SK!==void 0&&(p(t.HUAWEICLOUD_SDK_SK,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_SK",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_SK",rootData:o})||(e=
e===null?p.errors:l(e,p.errors),i=e.length)),t.HUAWEICLOUD_SDK_SECURITY_TOKEN!==void 0&&(p(t.HUAWEICLOUD_SDK_SECURITY_TOKEN,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_SECURITY_TOKEN",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_SECURITY_\
TOKEN",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.HUAWEICLOUD_SDK_PROJECT_ID!==void 0&&(p(t.HUAWEICLOUD_SDK_PROJECT_ID,
{instancePath:n+"/environment/HUAWEICLOUD_SDK_PROJECT_ID",parentData:t,parentDataProperty:"HUAWEICLOUD_SDK_PROJECT_ID",rootData:o})||
(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_CLOUD!==void 0&&(p(t.OS_CLOUD,{instancePath:n+"/environment/OS_CLOU\
D",parentData:t,parentDataProperty:"OS_CLOUD",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_CLIENT_CONFIG_FILE!==
void 0&&(p(t.OS_CLIENT_CONFIG_FILE,{instancePath:n+"/environment/OS_CLIENT_CONFIG_FILE",parentData:t,parentDataProperty:"\
OS_CLIENT_CONFIG_FILE",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_CLIENT_SECURE_FILE!==void 0&&(p(
t.OS_CLIENT_SECURE_FILE,{instancePath:n+"/environment/OS_CLIENT_SECURE_FILE",parentData:t,parentDataProperty:"OS_CLIENT_\
SECURE_FILE",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_TOKEN!==void 0&&(p(t.OS_TOKEN,{instancePath:n+
"/environment/OS_TOKEN",parentData:t,parentDataProperty:"OS_TOKEN",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.
length)),t.OS_ACCESS_KEY!==void 0&&(p(t.OS_ACCESS_KEY,{instancePath:n+"/environment/OS_ACCESS_KEY",parentData:t,parentDataProperty:"\
OS_ACCESS_KEY",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_SECRET_KEY!==void 0&&(p(t.OS_SECRET_KEY,
{instancePath:n+"/environment/OS_SECRET_KEY",parentData:t,parentDataProperty:"OS_SECRET_KEY",rootData:o})||(e=e===null?p.
errors:l(e,p.errors),i=e.length)),t.OS_SECURITY_TOKEN!==void 0&&(p(t.OS_SECURITY_TOKEN,{instancePath:n+"/environment/OS_\
SECURITY_TOKEN",parentData:t,parentDataProperty:"OS_SECURITY_TOKEN",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.
length)),t.OS_USERNAME!==void 0&&(p(t.OS_USERNAME,{instancePath:n+"/environment/OS_USERNAME",parentData:t,parentDataProperty:"\
OS_USERNAME",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_PASSWORD!==void 0&&(p(t.OS_PASSWORD,{instancePath:n+
"/environment/OS_PASSWORD",parentData:t,parentDataProperty:"OS_PASSWORD",rootData:o})||(e=e===null?p.errors:l(e,p.errors),
i=e.length)),t.OS_USER_DOMAIN_NAME!==void 0&&(p(t.OS_USER_DOMAIN_NAME,{instancePath:n+"/environment/OS_USER_DOMAIN_NAME",
parentData:t,parentDataProperty:"OS_USER_DOMAIN_NAME",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_USER_DOMAIN_ID!==
void 0&&(p(t.OS_USER_DOMAIN_ID,{instancePath:n+"/environment/OS_USER_DOMAIN_ID",parentData:t,parentDataProperty:"OS_USER\
_DOMAIN_ID",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_DOMAIN_NAME!==void 0&&(p(t.OS_DOMAIN_NAME,
{instancePath:n+"/environment/OS_DOMAIN_NAME",parentData:t,parentDataProperty:"OS_DOMAIN_NAME",rootData:o})||(e=e===null?
p.errors:l(e,p.errors),i=e.length)),t.OS_DOMAIN_ID!==void 0&&(p(t.OS_DOMAIN_ID,{instancePath:n+"/environment/OS_DOMAIN_I\
D",parentData:t,parentDataProperty:"OS_DOMAIN_ID",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_PROJECT_NAME!==
void 0&&(p(t.OS_PROJECT_NAME,{instancePath:n+"/environment/OS_PROJECT_NAME",parentData:t,parentDataProperty:"OS_PROJECT_\
NAME",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_PROJECT_ID!==void 0&&(p(t.OS_PROJECT_ID,{instancePath:n+
"/environment/OS_PROJECT_ID",parentData:t,parentDataProperty:"OS_PROJECT_ID",rootData:o})||(e=e===null?p.errors:l(e,p.errors),
i=e.length)),t.OS_TENANT_NAME!==void 0&&(p(t.OS_TENANT_NAME,{instancePath:n+"/environment/OS_TENANT_NAME",parentData:t,parentDataProperty:"\
OS_TENANT_NAME",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_TENANT_ID!==void 0&&(p(t.OS_TENANT_ID,
{instancePath:n+"/environment/OS_TENANT_ID",parentData:t,parentDataProperty:"OS_TENANT_ID",rootData:o})||(e=e===null?p.errors:
l(e,p.errors),i=e.length)),t.OS_AUTH_URL!==void 0&&(p(t.OS_AUTH_URL,{instancePath:n+"/environment/OS_AUTH_URL",parentData:t,
parentDataProperty:"OS_AUTH_URL",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.OS_REGION_NAME!==void 0&&
(p(t.OS_REGION_NAME,{instancePath:n+"/environment/OS_REGION_NAME",parentData:t,parentDataProperty:"OS_REGION_NAME",rootData:o})||
(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.ALIBABA_CLOUD_ACCESS_KEY_ID!==void 0&&(p(t.ALIBABA_CLOUD_ACCESS_KEY_ID,
{instancePath:n+"/environment/ALIBABA_CLOUD_ACCESS_KEY_ID",parentData:t,parentDataProperty:"ALIBABA_CLOUD_ACCESS_KEY_ID",
rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.ALIBABA_CLOUD_ACCESS_KEY_SECRET!==void 0&&(p(t.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
{instancePath:n+"/environment/ALIBABA_CLOUD_ACCESS_KEY_SECRET",parentData:t,parentDataProperty:"ALIBABA_CLOUD_ACCESS_KEY\
_SECRET",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length)),t.ALIBABA_CLOUD_SECURITY_TOKEN!==void 0&&(p(t.ALIBABA_CLOUD_SECURITY_TOKEN,
{instancePath:n+"/environment/ALIBABA_CLOUD_SECURITY_TOKEN",parentData:t,parentDataProperty:"ALIBABA_CLOUD_SECURITY_TOKE\
N",rootData:o})||(e=e===null?p.errors:l(e,p.errors),i=e.length))}else{let s={instancePath:n+"/environment",schemaPath:"#\
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
per",rootData:o})||(e=e===null?_.errors:l(e,_.errors),i=e.length))}else{let s={instancePath:n+"/rateLimit",schemaPath:"#\
/properties/rateLimit/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),i++}}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),i++}return k.errors=e,i===0}var H={type:"\
object",additionalProperties:!1,properties:{service:{$ref:"#/definitions/service"},api:{$ref:"#/definitions/api"},cloud:{
$ref:"#/definitions/cloud"},region:{$ref:"#/definitions/region"},project:{$ref:"#/definitions/project"},baseUrl:{$ref:"#\
/definitions/baseUrl"},account:{$ref:"#/definitions/accountName"},labels:{$ref:"#/definitions/labels"},objective:{$ref:"\
#/definitions/objective"},schedule:{$ref:"#/definitions/schedule"},pause:{$ref:"#/definitions/pause"}}},W={enum:["dcs","\
vbs","starrocks","cbr"]};function S(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,
i=0;if(!(r==="dcs"||r==="vbs"||r==="starrocks"||r==="cbr")){let t={instancePath:n,schemaPath:"#/enum",keyword:"enum",params:{
allowedValues:W.enum}};e===null?e=[t]:e.push(t),i++}return S.errors=e,i===0}var J={enum:["v1.0","v2"]};function b(r,{instancePath:n="",
parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(!(r==="v1.0"||r==="v2")){let t={instancePath:n,schemaPath:"\
#/enum",keyword:"enum",params:{allowedValues:J.enum}};e===null?e=[t]:e.push(t),i++}return b.errors=e,i===0}var G={enum:[
"huaweicloud","otc","alibabacloud"]};function D(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){
let e=null,i=0;if(!(r==="huaweicloud"||r==="otc"||r==="alibabacloud")){let t={instancePath:n,schemaPath:"#/enum",keyword:"\
enum",params:{allowedValues:G.enum}};e===null?e=[t]:e.push(t),i++}return D.errors=e,i===0}var V=new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$","u");function O(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){
let e=null,i=0;if(typeof r=="string"){if(!V.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"\
type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}return O.errors=e,i===0}function $(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){
if(R(r)<1){let t={instancePath:n,schemaPath:"#/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),
i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return $.errors=e,i===0}var Q=new RegExp("^https?://","u");function P(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,
i=0;if(typeof r=="string"){if(!Q.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"\
^https?://"}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"\
string"}};e===null?e=[t]:e.push(t),i++}return P.errors=e,i===0}function v(r,{instancePath:n="",parentData:c,parentDataProperty:m,
rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(R(r)>200){let t={instancePath:n,schemaPath:"#/maxLength",keyword:"\
maxLength",params:{limit:200}};e===null?e=[t]:e.push(t),i++}if(!q.test(r)){let t={instancePath:n,schemaPath:"#/pattern",
keyword:"pattern",params:{pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}};e===null?e=[t]:e.push(t),
i++}}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}
return v.errors=e,i===0}var X=new RegExp("^(?!__)[A-Za-z_][A-Za-z0-9_]*$","u");function C(r,{instancePath:n="",parentData:c,parentDataProperty:m,
rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){for(let s in r){let a=i;if(typeof s=="stri\
ng"&&!X.test(s)){let f={instancePath:n,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern:"^(?!__)[A\
-Za-z_][A-Za-z0-9_]*$"},propertyName:s};e===null?e=[f]:e.push(f),i++}var t=a===i;if(!t){let f={instancePath:n,schemaPath:"\
#/propertyNames",keyword:"propertyNames",params:{propertyName:s}};e===null?e=[f]:e.push(f),i++}}for(let s in r)if(typeof r[s]!=
"string"){let a={instancePath:n+"/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/additionalProperties/type",keyword:"\
type",params:{type:"string"}};e===null?e=[a]:e.push(a),i++}}else{let s={instancePath:n,schemaPath:"#/type",keyword:"type",
params:{type:"object"}};e===null?e=[s]:e.push(s),i++}return C.errors=e,i===0}function N(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="obje\
ct"&&!Array.isArray(r)){for(let s in r)if(!(s==="maxAge"||s==="maxDuration"||s==="maxFailures"||s==="maxRestoreAge"||s===
"minRestorable"||s==="ignore")){let a={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:s}};e===null?e=[a]:e.push(a),i++}if(r.maxAge!==void 0&&(_(r.maxAge,{instancePath:n+"/maxAge",
parentData:r,parentDataProperty:"maxAge",rootData:o})||(e=e===null?_.errors:l(e,_.errors),i=e.length)),r.maxDuration!==void 0){
let s=r.maxDuration;if(typeof s!="string"){let u={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/typ\
e",keyword:"type",params:{type:"string"}};e===null?e=[u]:e.push(u),i++}let a=i,f=!1,y=i;_(s,{instancePath:n+"/maxDuratio\
n",parentData:r,parentDataProperty:"maxDuration",rootData:o})||(e=e===null?_.errors:l(e,_.errors),i=e.length);var t=y===
i;if(f=f||t,!f){let u=i;if(s!=="none"){let U={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/anyOf/1\
/const",keyword:"const",params:{allowedValue:"none"}};e===null?e=[U]:e.push(U),i++}var t=u===i;f=f||t}if(f)i=a,e!==null&&
(a?e.length=a:e=null);else{let u={instancePath:n+"/maxDuration",schemaPath:"#/properties/maxDuration/anyOf",keyword:"any\
Of",params:{}};e===null?e=[u]:e.push(u),i++}}if(r.maxFailures!==void 0){let s=r.maxFailures;if(!(typeof s=="number"&&!(s%
1)&&!isNaN(s)&&isFinite(s))){let a={instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures/type",keyword:"ty\
pe",params:{type:"integer"}};e===null?e=[a]:e.push(a),i++}if(typeof s=="number"&&isFinite(s)){if(s>1e6||isNaN(s)){let a={
instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures/maximum",keyword:"maximum",params:{comparison:"<=",limit:1e6}};
e===null?e=[a]:e.push(a),i++}if(s<0||isNaN(s)){let a={instancePath:n+"/maxFailures",schemaPath:"#/properties/maxFailures\
/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[a]:e.push(a),i++}}}if(r.maxRestoreAge!==void 0&&
(_(r.maxRestoreAge,{instancePath:n+"/maxRestoreAge",parentData:r,parentDataProperty:"maxRestoreAge",rootData:o})||(e=e===
null?_.errors:l(e,_.errors),i=e.length)),r.minRestorable!==void 0){let s=r.minRestorable;if(!(typeof s=="number"&&!(s%1)&&
!isNaN(s)&&isFinite(s))){let a={instancePath:n+"/minRestorable",schemaPath:"#/properties/minRestorable/type",keyword:"ty\
pe",params:{type:"integer"}};e===null?e=[a]:e.push(a),i++}if(typeof s=="number"&&isFinite(s)){if(s>1e6||isNaN(s)){let a={
instancePath:n+"/minRestorable",schemaPath:"#/properties/minRestorable/maximum",keyword:"maximum",params:{comparison:"<=",
limit:1e6}};e===null?e=[a]:e.push(a),i++}if(s<0||isNaN(s)){let a={instancePath:n+"/minRestorable",schemaPath:"#/properti\
es/minRestorable/minimum",keyword:"minimum",params:{comparison:">=",limit:0}};e===null?e=[a]:e.push(a),i++}}}if(r.ignore!==
void 0){let s=r.ignore;if(s&&typeof s=="object"&&!Array.isArray(s)){for(let a in s)if(!(a==="skipped"||a==="manual")){let f={
instancePath:n+"/ignore",schemaPath:"#/properties/ignore/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a}};
e===null?e=[f]:e.push(f),i++}if(s.skipped!==void 0&&typeof s.skipped!="boolean"){let a={instancePath:n+"/ignore/skipped",
schemaPath:"#/properties/ignore/properties/skipped/type",keyword:"type",params:{type:"boolean"}};e===null?e=[a]:e.push(a),
i++}if(s.manual!==void 0&&typeof s.manual!="boolean"){let a={instancePath:n+"/ignore/manual",schemaPath:"#/properties/ig\
nore/properties/manual/type",keyword:"type",params:{type:"boolean"}};e===null?e=[a]:e.push(a),i++}}else{let a={instancePath:n+
"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type:"object"}};e===null?e=[a]:e.push(a),i++}}}else{
let s={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[s]:e.push(s),i++}return N.errors=
e,i===0}var ee={type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],additionalProperties:!1,properties:{
cron:{type:"string"},zone:{type:"string"},grace:{$ref:"#/definitions/duration"}}},re=new RegExp("^(?:own|none)$","u");function I(r,{
instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(typeof r!="string"&&!(r&&typeof r==
"object"&&!Array.isArray(r))){let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:ee.type}};e===null?e=
[t]:e.push(t),i++}if(typeof r=="string"&&!re.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{
pattern:"^(?:own|none)$"}};e===null?e=[t]:e.push(t),i++}if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.cron===void 0){
let t={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"cron"}};e===null?e=[t]:e.push(
t),i++}for(let t in r)if(!(t==="cron"||t==="zone"||t==="grace")){let s={instancePath:n,schemaPath:"#/additionalPropertie\
s",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.cron!==void 0&&typeof r.
cron!="string"){let t={instancePath:n+"/cron",schemaPath:"#/properties/cron/type",keyword:"type",params:{type:"string"}};
e===null?e=[t]:e.push(t),i++}if(r.zone!==void 0&&typeof r.zone!="string"){let t={instancePath:n+"/zone",schemaPath:"#/pr\
operties/zone/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}r.grace!==void 0&&(_(r.grace,{instancePath:n+
"/grace",parentData:r,parentDataProperty:"grace",rootData:o})||(e=e===null?_.errors:l(e,_.errors),i=e.length))}return I.
errors=e,i===0}var te=new RegExp("^\\d{4}-\\d{2}-\\d{2}$","u");function T(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){
let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.until===void 0){let t={instancePath:n,schemaPath:"#/req\
uired",keyword:"required",params:{missingProperty:"until"}};e===null?e=[t]:e.push(t),i++}if(r.reason===void 0){let t={instancePath:n,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"reason"}};e===null?e=[t]:e.push(t),i++}for(let t in r)
if(!(t==="until"||t==="reason")){let s={instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.until!==void 0){let t=r.until;if(typeof t=="string"){if(!te.
test(t)){let s={instancePath:n+"/until",schemaPath:"#/properties/until/pattern",keyword:"pattern",params:{pattern:"^\\d{4\
}-\\d{2}-\\d{2}$"}};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:n+"/until",schemaPath:"#/properties/until/typ\
e",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),i++}}r.reason!==void 0&&(h(r.reason,{instancePath:n+"\
/reason",parentData:r,parentDataProperty:"reason",rootData:o})||(e=e===null?h.errors:l(e,h.errors),i=e.length))}else{let t={
instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?e=[t]:e.push(t),i++}return T.errors=e,
i===0}function g(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r==
"object"&&!Array.isArray(r)){for(let t in r)if(!Z.call(H.properties,t)){let s={instancePath:n,schemaPath:"#/additionalPr\
operties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}r.service!==void 0&&
(S(r.service,{instancePath:n+"/service",parentData:r,parentDataProperty:"service",rootData:o})||(e=e===null?S.errors:l(e,
S.errors),i=e.length)),r.api!==void 0&&(b(r.api,{instancePath:n+"/api",parentData:r,parentDataProperty:"api",rootData:o})||
(e=e===null?b.errors:l(e,b.errors),i=e.length)),r.cloud!==void 0&&(D(r.cloud,{instancePath:n+"/cloud",parentData:r,parentDataProperty:"\
cloud",rootData:o})||(e=e===null?D.errors:l(e,D.errors),i=e.length)),r.region!==void 0&&(O(r.region,{instancePath:n+"/re\
gion",parentData:r,parentDataProperty:"region",rootData:o})||(e=e===null?O.errors:l(e,O.errors),i=e.length)),r.project!==
void 0&&($(r.project,{instancePath:n+"/project",parentData:r,parentDataProperty:"project",rootData:o})||(e=e===null?$.errors:
l(e,$.errors),i=e.length)),r.baseUrl!==void 0&&(P(r.baseUrl,{instancePath:n+"/baseUrl",parentData:r,parentDataProperty:"\
baseUrl",rootData:o})||(e=e===null?P.errors:l(e,P.errors),i=e.length)),r.account!==void 0&&(v(r.account,{instancePath:n+
"/account",parentData:r,parentDataProperty:"account",rootData:o})||(e=e===null?v.errors:l(e,v.errors),i=e.length)),r.labels!==
void 0&&(C(r.labels,{instancePath:n+"/labels",parentData:r,parentDataProperty:"labels",rootData:o})||(e=e===null?C.errors:
l(e,C.errors),i=e.length)),r.objective!==void 0&&(N(r.objective,{instancePath:n+"/objective",parentData:r,parentDataProperty:"\
objective",rootData:o})||(e=e===null?N.errors:l(e,N.errors),i=e.length)),r.schedule!==void 0&&(I(r.schedule,{instancePath:n+
"/schedule",parentData:r,parentDataProperty:"schedule",rootData:o})||(e=e===null?I.errors:l(e,I.errors),i=e.length)),r.pause!==
void 0&&(T(r.pause,{instancePath:n+"/pause",parentData:r,parentDataProperty:"pause",rootData:o})||(e=e===null?T.errors:l(
e,T.errors),i=e.length))}else{let t={instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:"object"}};e===null?
e=[t]:e.push(t),i++}return g.errors=e,i===0}var ie={type:"object",additionalProperties:!1,oneOf:[{required:["instance"]},
{required:["instances"]},{required:["policy"]},{required:["policies"]},{required:["cluster"]},{required:["clusters"]}],properties:{
name:{$ref:"#/definitions/name"},group:{$ref:"#/definitions/name"},service:{$ref:"#/definitions/service"},api:{$ref:"#/d\
efinitions/api"},cloud:{$ref:"#/definitions/cloud"},region:{$ref:"#/definitions/region"},project:{$ref:"#/definitions/pr\
oject"},baseUrl:{$ref:"#/definitions/baseUrl"},account:{$ref:"#/definitions/accountName"},labels:{$ref:"#/definitions/la\
bels"},objective:{$ref:"#/definitions/objective"},schedule:{$ref:"#/definitions/schedule"},pause:{$ref:"#/definitions/pa\
use"},instance:{$ref:"#/definitions/id"},instances:{$ref:"#/definitions/ids"},policy:{$ref:"#/definitions/id"},policies:{
$ref:"#/definitions/ids"},cluster:{$ref:"#/definitions/id"},clusters:{$ref:"#/definitions/ids"}}};function A(r,{instancePath:n="",
parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(typeof r=="string"){if(R(r)<1){let t={instancePath:n,
schemaPath:"#/minLength",keyword:"minLength",params:{limit:1}};e===null?e=[t]:e.push(t),i++}}else{let t={instancePath:n,
schemaPath:"#/type",keyword:"type",params:{type:"string"}};e===null?e=[t]:e.push(t),i++}return A.errors=e,i===0}var ne={
type:["array","object","string"],minItems:1,items:{$ref:"#/definitions/id"},minProperties:1,maxProperties:1,additionalProperties:!1,
properties:{file:{type:"string",minLength:1},stdin:{const:!0}},pattern:"^-$"},se=new RegExp("^-$","u");function E(r,{instancePath:n="",
parentData:c,parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if((!r||typeof r!="object")&&typeof r!="string"){let t={
instancePath:n,schemaPath:"#/type",keyword:"type",params:{type:ne.type}};e===null?e=[t]:e.push(t),i++}if(typeof r=="stri\
ng"&&!se.test(r)){let t={instancePath:n,schemaPath:"#/pattern",keyword:"pattern",params:{pattern:"^-$"}};e===null?e=[t]:
e.push(t),i++}if(Array.isArray(r)){if(r.length<1){let s={instancePath:n,schemaPath:"#/minItems",keyword:"minItems",params:{
limit:1}};e===null?e=[s]:e.push(s),i++}let t=r.length;for(let s=0;s<t;s++)A(r[s],{instancePath:n+"/"+s,parentData:r,parentDataProperty:s,
rootData:o})||(e=e===null?A.errors:l(e,A.errors),i=e.length)}if(r&&typeof r=="object"&&!Array.isArray(r)){if(Object.keys(
r).length>1){let t={instancePath:n,schemaPath:"#/maxProperties",keyword:"maxProperties",params:{limit:1}};e===null?e=[t]:
e.push(t),i++}if(Object.keys(r).length<1){let t={instancePath:n,schemaPath:"#/minProperties",keyword:"minProperties",params:{
limit:1}};e===null?e=[t]:e.push(t),i++}for(let t in r)if(!(t==="file"||t==="stdin")){let s={instancePath:n,schemaPath:"#\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t}};e===null?e=[s]:e.push(s),i++}if(r.file!==
void 0){let t=r.file;if(typeof t=="string"){if(R(t)<1){let s={instancePath:n+"/file",schemaPath:"#/properties/file/minLe\
ngth",keyword:"minLength",params:{limit:1}};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:n+"/file",schemaPath:"\
#/properties/file/type",keyword:"type",params:{type:"string"}};e===null?e=[s]:e.push(s),i++}}if(r.stdin!==void 0&&r.stdin!==
!0){let t={instancePath:n+"/stdin",schemaPath:"#/properties/stdin/const",keyword:"const",params:{allowedValue:!0}};e===null?
e=[t]:e.push(t),i++}}return E.errors=e,i===0}function x(r,{instancePath:n="",parentData:c,parentDataProperty:m,rootData:o=r}={}){
let e=null,i=0,t=i,s=!1,a=null,f=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.instance===void 0){let d={instancePath:n,
schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty:"instance"}};e===null?e=[d]:e.push(d),i++}var u=f===
i;u&&(s=!0,a=0);let y=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.instances===void 0){let d={instancePath:n,schemaPath:"\
#/oneOf/1/required",keyword:"required",params:{missingProperty:"instances"}};e===null?e=[d]:e.push(d),i++}var u=y===i;if(u&&
s)s=!1,a=[a,1];else{u&&(s=!0,a=1);let d=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.policy===void 0){let w={instancePath:n,
schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty:"policy"}};e===null?e=[w]:e.push(w),i++}var u=d===
i;if(u&&s)s=!1,a=[a,2];else{u&&(s=!0,a=2);let w=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.policies===void 0){let L={
instancePath:n,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty:"policies"}};e===null?e=[L]:e.
push(L),i++}var u=w===i;if(u&&s)s=!1,a=[a,3];else{u&&(s=!0,a=3);let L=i;if(r&&typeof r=="object"&&!Array.isArray(r)&&r.cluster===
void 0){let j={instancePath:n,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty:"cluster"}};e===
null?e=[j]:e.push(j),i++}var u=L===i;if(u&&s)s=!1,a=[a,4];else{u&&(s=!0,a=4);let j=i;if(r&&typeof r=="object"&&!Array.isArray(
r)&&r.clusters===void 0){let M={instancePath:n,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty:"\
clusters"}};e===null?e=[M]:e.push(M),i++}var u=j===i;u&&s?(s=!1,a=[a,5]):u&&(s=!0,a=5)}}}}if(s)i=t,e!==null&&(t?e.length=
t:e=null);else{let d={instancePath:n,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas:a}};e===null?e=[d]:e.push(
d),i++}if(r&&typeof r=="object"&&!Array.isArray(r)){for(let d in r)if(!Z.call(ie.properties,d)){let U={instancePath:n,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d}};e===null?e=[U]:e.push(U),i++}r.name!==
void 0&&(h(r.name,{instancePath:n+"/name",parentData:r,parentDataProperty:"name",rootData:o})||(e=e===null?h.errors:l(e,
h.errors),i=e.length)),r.group!==void 0&&(h(r.group,{instancePath:n+"/group",parentData:r,parentDataProperty:"group",rootData:o})||
(e=e===null?h.errors:l(e,h.errors),i=e.length)),r.service!==void 0&&(S(r.service,{instancePath:n+"/service",parentData:r,
parentDataProperty:"service",rootData:o})||(e=e===null?S.errors:l(e,S.errors),i=e.length)),r.api!==void 0&&(b(r.api,{instancePath:n+
"/api",parentData:r,parentDataProperty:"api",rootData:o})||(e=e===null?b.errors:l(e,b.errors),i=e.length)),r.cloud!==void 0&&
(D(r.cloud,{instancePath:n+"/cloud",parentData:r,parentDataProperty:"cloud",rootData:o})||(e=e===null?D.errors:l(e,D.errors),
i=e.length)),r.region!==void 0&&(O(r.region,{instancePath:n+"/region",parentData:r,parentDataProperty:"region",rootData:o})||
(e=e===null?O.errors:l(e,O.errors),i=e.length)),r.project!==void 0&&($(r.project,{instancePath:n+"/project",parentData:r,
parentDataProperty:"project",rootData:o})||(e=e===null?$.errors:l(e,$.errors),i=e.length)),r.baseUrl!==void 0&&(P(r.baseUrl,
{instancePath:n+"/baseUrl",parentData:r,parentDataProperty:"baseUrl",rootData:o})||(e=e===null?P.errors:l(e,P.errors),i=
e.length)),r.account!==void 0&&(v(r.account,{instancePath:n+"/account",parentData:r,parentDataProperty:"account",rootData:o})||
(e=e===null?v.errors:l(e,v.errors),i=e.length)),r.labels!==void 0&&(C(r.labels,{instancePath:n+"/labels",parentData:r,parentDataProperty:"\
labels",rootData:o})||(e=e===null?C.errors:l(e,C.errors),i=e.length)),r.objective!==void 0&&(N(r.objective,{instancePath:n+
"/objective",parentData:r,parentDataProperty:"objective",rootData:o})||(e=e===null?N.errors:l(e,N.errors),i=e.length)),r.
schedule!==void 0&&(I(r.schedule,{instancePath:n+"/schedule",parentData:r,parentDataProperty:"schedule",rootData:o})||(e=
e===null?I.errors:l(e,I.errors),i=e.length)),r.pause!==void 0&&(T(r.pause,{instancePath:n+"/pause",parentData:r,parentDataProperty:"\
pause",rootData:o})||(e=e===null?T.errors:l(e,T.errors),i=e.length)),r.instance!==void 0&&(A(r.instance,{instancePath:n+
"/instance",parentData:r,parentDataProperty:"instance",rootData:o})||(e=e===null?A.errors:l(e,A.errors),i=e.length)),r.instances!==
void 0&&(E(r.instances,{instancePath:n+"/instances",parentData:r,parentDataProperty:"instances",rootData:o})||(e=e===null?
E.errors:l(e,E.errors),i=e.length)),r.policy!==void 0&&(A(r.policy,{instancePath:n+"/policy",parentData:r,parentDataProperty:"\
policy",rootData:o})||(e=e===null?A.errors:l(e,A.errors),i=e.length)),r.policies!==void 0&&(E(r.policies,{instancePath:n+
"/policies",parentData:r,parentDataProperty:"policies",rootData:o})||(e=e===null?E.errors:l(e,E.errors),i=e.length)),r.cluster!==
void 0&&(A(r.cluster,{instancePath:n+"/cluster",parentData:r,parentDataProperty:"cluster",rootData:o})||(e=e===null?A.errors:
l(e,A.errors),i=e.length)),r.clusters!==void 0&&(E(r.clusters,{instancePath:n+"/clusters",parentData:r,parentDataProperty:"\
clusters",rootData:o})||(e=e===null?E.errors:l(e,E.errors),i=e.length))}else{let d={instancePath:n,schemaPath:"#/type",keyword:"\
type",params:{type:"object"}};e===null?e=[d]:e.push(d),i++}return x.errors=e,i===0}function K(r,{instancePath:n="",parentData:c,
parentDataProperty:m,rootData:o=r}={}){let e=null,i=0;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.targets===void 0){
let a={instancePath:n,schemaPath:"#/required",keyword:"required",params:{missingProperty:"targets"}};e===null?e=[a]:e.push(
a),i++}for(let a in r)if(!(a==="$schema"||a==="accounts"||a==="defaults"||a==="groups"||a==="targets"||z.test(a))){let f={
instancePath:n,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a}};e===null?
e=[f]:e.push(f),i++}if(r.$schema!==void 0&&typeof r.$schema!="string"){let a={instancePath:n+"/$schema",schemaPath:"#/pr\
operties/%24schema/type",keyword:"type",params:{type:"string"}};e===null?e=[a]:e.push(a),i++}if(r.accounts!==void 0){let a=r.
accounts;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let f in a){let y=i;h(f,{instancePath:n+"/accounts",parentData:a,
parentDataProperty:"accounts",rootData:o})||(e=e===null?h.errors:l(e,h.errors),i=e.length);var t=y===i;if(!t){let u={instancePath:n+
"/accounts",schemaPath:"#/properties/accounts/propertyNames",keyword:"propertyNames",params:{propertyName:f}};e===null?e=
[u]:e.push(u),i++}}for(let f in a)k(a[f],{instancePath:n+"/accounts/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),parentData:a,
parentDataProperty:f,rootData:o})||(e=e===null?k.errors:l(e,k.errors),i=e.length)}else{let f={instancePath:n+"/accounts",
schemaPath:"#/properties/accounts/type",keyword:"type",params:{type:"object"}};e===null?e=[f]:e.push(f),i++}}if(r.defaults!==
void 0&&(g(r.defaults,{instancePath:n+"/defaults",parentData:r,parentDataProperty:"defaults",rootData:o})||(e=e===null?g.
errors:l(e,g.errors),i=e.length)),r.groups!==void 0){let a=r.groups;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let f in a){
let y=i;h(f,{instancePath:n+"/groups",parentData:a,parentDataProperty:"groups",rootData:o})||(e=e===null?h.errors:l(e,h.
errors),i=e.length);var s=y===i;if(!s){let u={instancePath:n+"/groups",schemaPath:"#/properties/groups/propertyNames",keyword:"\
propertyNames",params:{propertyName:f}};e===null?e=[u]:e.push(u),i++}}for(let f in a)g(a[f],{instancePath:n+"/groups/"+f.
replace(/~/g,"~0").replace(/\//g,"~1"),parentData:a,parentDataProperty:f,rootData:o})||(e=e===null?g.errors:l(e,g.errors),
i=e.length)}else{let f={instancePath:n+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type:"obje\
ct"}};e===null?e=[f]:e.push(f),i++}}if(r.targets!==void 0){let a=r.targets;if(Array.isArray(a)){if(a.length<1){let y={instancePath:n+
"/targets",schemaPath:"#/properties/targets/minItems",keyword:"minItems",params:{limit:1}};e===null?e=[y]:e.push(y),i++}
let f=a.length;for(let y=0;y<f;y++)x(a[y],{instancePath:n+"/targets/"+y,parentData:a,parentDataProperty:y,rootData:o})||
(e=e===null?x.errors:l(e,x.errors),i=e.length)}else{let f={instancePath:n+"/targets",schemaPath:"#/properties/targets/ty\
pe",keyword:"type",params:{type:"array"}};e===null?e=[f]:e.push(f),i++}}}else{let a={instancePath:n,schemaPath:"#/type",
keyword:"type",params:{type:"object"}};e===null?e=[a]:e.push(a),i++}return K.errors=e,i===0}function l(r,n){for(let c of n)
r.push(c);return r}function ae(r){let n=0;for(let c of r)n++;return n}var le={title:"a targets file",type:"object",required:[
"targets"],properties:{$schema:{title:"the address of a schema",type:"string"},accounts:{type:"object",additionalProperties:{
title:"an account",type:"object",properties:{environment:{type:"object",properties:{HUAWEICLOUD_SDK_AK:{title:"the name \
of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},HUAWEICLOUD_SDK_SK:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},HUAWEICLOUD_SDK_SECURITY_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!\
(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},HUAWEICLOUD_SDK_PROJECT_ID:{title:"the name of a variable, such as TEAM_A_\
SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_CLOUD:{title:"the name of a variable\
, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_CLIENT_CONFIG_FILE:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},OS_CLIENT_SECURE_FILE:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9\
])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TOKEN:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"\
^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_ACCESS_KEY:{title:"the name of a variable, such as TEAM_A_SECRET",type:"\
string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_SECRET_KEY:{title:"the name of a variable, such as\
 TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_SECURITY_TOKEN:{title:"the n\
ame of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_USERNAME:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},OS_PASSWORD:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]\
{16,}$)[A-Z_][A-Z0-9_]*$"},OS_USER_DOMAIN_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"\
^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_USER_DOMAIN_ID:{title:"the name of a variable, such as TEAM_A_SECRE\
T",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_DOMAIN_NAME:{title:"the name of a variabl\
e, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_DOMAIN_ID:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},
OS_PROJECT_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16\
,}$)[A-Z_][A-Z0-9_]*$"},OS_PROJECT_ID:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!\
(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TENANT_NAME:{title:"the name of a variable, such as TEAM_A_SECRET",type:"\
string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_TENANT_ID:{title:"the name of a variable, such as \
TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_AUTH_URL:{title:"the name of \
a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},OS_REGION_NAME:{
title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9\
_]*$"},ALIBABA_CLOUD_ACCESS_KEY_ID:{title:"the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=\
.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},ALIBABA_CLOUD_ACCESS_KEY_SECRET:{title:"the name of a variable, such as TEAM_\
A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"},ALIBABA_CLOUD_SECURITY_TOKEN:{title:"\
the name of a variable, such as TEAM_A_SECRET",type:"string",pattern:"^(?!(?=.*[0-9])[A-Z0-9]{16,}$)[A-Z_][A-Z0-9_]*$"}}},
rateLimit:{type:"object",required:["requests","per"],examples:["{ requests: 20, per: 1s }"],properties:{requests:{type:"\
integer",minimum:1,maximum:1e6},per:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",
pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}}}},
propertyNames:{title:"a name: one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc\
}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}},defaults:{type:"object",properties:{service:{enum:["dcs","vbs","starro\
cks","cbr"]},api:{enum:["v1.0","v2"]},cloud:{enum:["huaweicloud","otc","alibabacloud"]},region:{title:"a region, such as\
 eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"},project:{title:"an id",type:"string"},baseUrl:{title:"a URL \
that begins with https://",type:"string",pattern:"^https?://"},account:{title:"a name: one line of at most 200 character\
s, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},labels:{type:"\
object",additionalProperties:{title:"a text",type:"string"},propertyNames:{title:"made of letters, digits and _, without\
 a digit or __ at its beginning",pattern:"^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},objective:{title:"an objective",type:"object",
properties:{maxAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[\
1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"\
a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string"},maxFailures:{type:"integer",minimum:0,maximum:1e6},
maxRestoreAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])\
(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{type:"\
integer",minimum:0,maximum:1e6},ignore:{type:"object",properties:{skipped:{type:"boolean"},manual:{type:"boolean"}}}}},schedule:{
title:"own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }",type:["string","object"],pattern:"^(?:own|none)$",required:[
"cron"],examples:["{ cron: 0 3 * * 1-5, zone: Europe/Berlin }"],properties:{cron:{title:"a cron expression of five field\
s, such as 0 3 * * 1-5",type:"string"},zone:{title:"a time zone, such as Europe/Berlin",type:"string"},grace:{title:"a d\
uration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{\
1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["until","re\
ason"],examples:["{ until: 2026-12-24, reason: moves to another cluster }"],properties:{until:{title:"a day, such as 202\
6-12-24",type:"string",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},reason:{title:"one line of at most 200 characters",type:"string",
pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}}}},groups:{type:"object",additionalProperties:{type:"\
object",properties:{service:{enum:["dcs","vbs","starrocks","cbr"]},api:{enum:["v1.0","v2"]},cloud:{enum:["huaweicloud","\
otc","alibabacloud"]},region:{title:"a region, such as eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"},project:{
title:"an id",type:"string"},baseUrl:{title:"a URL that begins with https://",type:"string",pattern:"^https?://"},account:{
title:"a name: one line of at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u\
2028\\u2029]*[^\\s\\p{Cc}])?$"},labels:{type:"object",additionalProperties:{title:"a text",type:"string"},propertyNames:{
title:"made of letters, digits and _, without a digit or __ at its beginning",pattern:"^(?!__)[A-Za-z_][A-Za-z0-9_]*$"}},
objective:{title:"an objective",type:"object",properties:{maxAge:{title:"a duration above zero, such as 90s, 30m, 26h, 7\
d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0\
-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},maxDuration:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m",type:"\
string"},maxFailures:{type:"integer",minimum:0,maximum:1e6},maxRestoreAge:{title:"a duration above zero, such as 90s, 30\
m, 26h, 7d, 1w or 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7\
}m)?(?:[0-9]{1,7}s)?(?:[0-9]{1,7}ms)?$"},minRestorable:{type:"integer",minimum:0,maximum:1e6},ignore:{type:"object",properties:{
skipped:{type:"boolean"},manual:{type:"boolean"}}}}},schedule:{title:"own, none, or { cron: 0 3 * * 1-5, zone: Europe/Be\
rlin }",type:["string","object"],pattern:"^(?:own|none)$",required:["cron"],examples:["{ cron: 0 3 * * 1-5, zone: Europe\
/Berlin }"],properties:{cron:{title:"a cron expression of five fields, such as 0 3 * * 1-5",type:"string"},zone:{title:"\
a time zone, such as Europe/Berlin",type:"string"},grace:{title:"a duration above zero, such as 90s, 30m, 26h, 7d, 1w or\
 1h30m",type:"string",pattern:"^(?=.*[1-9])(?:[0-9]{1,7}w)?(?:[0-9]{1,7}d)?(?:[0-9]{1,7}h)?(?:[0-9]{1,7}m)?(?:[0-9]{1,7}\
s)?(?:[0-9]{1,7}ms)?$"}}},pause:{type:"object",required:["until","reason"],examples:["{ until: 2026-12-24, reason: moves\
 to another cluster }"],properties:{until:{title:"a day, such as 2026-12-24",type:"string",pattern:"^\\d{4}-\\d{2}-\\d{2}$"},
reason:{title:"one line of at most 200 characters",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc\
}])?$"}}}},title:"a group"},propertyNames:{title:"a name: one line of at most 200 characters, no spaces around it",type:"\
string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}},targets:{type:"array",items:{title:"a tar\
get",type:"object",properties:{name:{title:"a name: one line of at most 200 characters, no spaces around it",type:"strin\
g",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},group:{title:"a name: one line of at most 200 c\
haracters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},service:{
enum:["dcs","vbs","starrocks","cbr"]},api:{enum:["v1.0","v2"]},cloud:{enum:["huaweicloud","otc","alibabacloud"]},region:{
title:"a region, such as eu-de",type:"string",pattern:"^[a-z0-9]+(?:-[a-z0-9]+)*$"},project:{title:"an id",type:"string"},
baseUrl:{title:"a URL that begins with https://",type:"string",pattern:"^https?://"},account:{title:"a name: one line of\
 at most 200 characters, no spaces around it",type:"string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"},
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
string",pattern:"^[^\\s\\p{Cc}](?:[^\\p{Cc}\\u2028\\u2029]*[^\\s\\p{Cc}])?$"}}},instance:{title:"an id",type:"string"},instances:{
title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"^-$",properties:{file:{title:"t\
he path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}},policy:{title:"an id",type:"str\
ing"},policies:{title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"^-$",properties:{
file:{title:"the path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}},cluster:{title:"a\
n id",type:"string"},clusters:{title:"a list of ids, { file: ids.txt }, or -",type:["array","object","string"],pattern:"\
^-$",properties:{file:{title:"the path of a file",type:"string"},stdin:{const:!0}},items:{title:"an id",type:"string"}}}}}}};export{pe as default,le as rules,oe as validate};
