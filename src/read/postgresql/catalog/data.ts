/**
 * PostgreSQL's own types, casts, operators and functions, and those of its contrib modules, as the
 * catalogs of version 15 give them, and what version 18 has besides. Written by `generate.sql` and
 * `generate.mjs`; the former says what is left out. One file of over 500 lines, since it is data that
 * is written as a whole and read by no one: parts would change together each time.
 *
 * Each line of `types` is `name|as printed|category`, of `casts` `from to context method`, of
 * `operators` `name left right result`, and of `functions` `name(arguments)result` with
 * `defaults n`, the kind when it is no plain function, and its columns.
 */
export const CATALOG_DATA: readonly CatalogData[] = [
  {
    extension: '',
    since: 0,
    types: `_bit|bit[]|A
_bool|boolean[]|A
_bpchar|character[]|A
_bytea|bytea[]|A
_char|"char"[]|A
_cidr|cidr[]|A
_date|date[]|A
_datemultirange|datemultirange[]|A
_daterange|daterange[]|A
_float4|real[]|A
_float8|double precision[]|A
_inet|inet[]|A
_int2|smallint[]|A
_int4|integer[]|A
_int4multirange|int4multirange[]|A
_int4range|int4range[]|A
_int8|bigint[]|A
_int8multirange|int8multirange[]|A
_int8range|int8range[]|A
_interval|interval[]|A
_json|json[]|A
_jsonb|jsonb[]|A
_jsonpath|jsonpath[]|A
_macaddr|macaddr[]|A
_macaddr8|macaddr8[]|A
_money|money[]|A
_name|name[]|A
_numeric|numeric[]|A
_nummultirange|nummultirange[]|A
_numrange|numrange[]|A
_oid|oid[]|A
_record|record[]|P
_regclass|regclass[]|A
_regcollation|regcollation[]|A
_regconfig|regconfig[]|A
_regdictionary|regdictionary[]|A
_regnamespace|regnamespace[]|A
_regoper|regoper[]|A
_regoperator|regoperator[]|A
_regproc|regproc[]|A
_regprocedure|regprocedure[]|A
_regrole|regrole[]|A
_regtype|regtype[]|A
_text|text[]|A
_time|time without time zone[]|A
_timestamp|timestamp without time zone[]|A
_timestamptz|timestamp with time zone[]|A
_timetz|time with time zone[]|A
_tsmultirange|tsmultirange[]|A
_tsquery|tsquery[]|A
_tsrange|tsrange[]|A
_tstzmultirange|tstzmultirange[]|A
_tstzrange|tstzrange[]|A
_tsvector|tsvector[]|A
_uuid|uuid[]|A
_varbit|bit varying[]|A
_varchar|character varying[]|A
_xml|xml[]|A
any|"any"|P
anyarray|anyarray|P
anycompatible|anycompatible|P
anycompatiblearray|anycompatiblearray|P
anycompatiblemultirange|anycompatiblemultirange|P
anycompatiblenonarray|anycompatiblenonarray|P
anycompatiblerange|anycompatiblerange|P
anyelement|anyelement|P
anyenum|anyenum|P
anymultirange|anymultirange|P
anynonarray|anynonarray|P
anyrange|anyrange|P
bit|bit|V
bool|boolean|B preferred
bpchar|character|S
bytea|bytea|U
char|"char"|Z
cidr|cidr|I
date|date|D
datemultirange|datemultirange|R
daterange|daterange|R
float4|real|N
float8|double precision|N preferred
inet|inet|I preferred
int2|smallint|N
int4|integer|N
int4multirange|int4multirange|R
int4range|int4range|R
int8|bigint|N
int8multirange|int8multirange|R
int8range|int8range|R
interval|interval|T preferred
json|json|U
jsonb|jsonb|U
jsonpath|jsonpath|U
macaddr|macaddr|U
macaddr8|macaddr8|U
money|money|N
name|name|S
numeric|numeric|N
nummultirange|nummultirange|R
numrange|numrange|R
oid|oid|N preferred
record|record|P
regclass|regclass|N
regcollation|regcollation|N
regconfig|regconfig|N
regdictionary|regdictionary|N
regnamespace|regnamespace|N
regoper|regoper|N
regoperator|regoperator|N
regproc|regproc|N
regprocedure|regprocedure|N
regrole|regrole|N
regtype|regtype|N
text|text|S preferred
time|time without time zone|D
timestamp|timestamp without time zone|D
timestamptz|timestamp with time zone|D preferred
timetz|time with time zone|D
tsmultirange|tsmultirange|R
tsquery|tsquery|U
tsrange|tsrange|R
tstzmultirange|tstzmultirange|R
tstzrange|tstzrange|R
tsvector|tsvector|U
unknown|unknown|X
uuid|uuid|U
varbit|bit varying|V preferred
varchar|character varying|S
xml|xml|U`,
    casts: `bit int4 e f
bit int8 e f
bit varbit i b
bool bpchar a f
bool int4 e f
bool text a f
bool varchar a f
bpchar char a f
bpchar name i f
bpchar text i f
bpchar varchar i f
bpchar xml e f
char bpchar a f
char int4 e f
char text i f
char varchar a f
cidr bpchar a f
cidr inet i b
cidr text a f
cidr varchar a f
date timestamp i f
date timestamptz i f
daterange datemultirange e f
float4 float8 i f
float4 int2 a f
float4 int4 a f
float4 int8 a f
float4 numeric a f
float8 float4 a f
float8 int2 a f
float8 int4 a f
float8 int8 a f
float8 numeric a f
inet bpchar a f
inet cidr a f
inet text a f
inet varchar a f
int2 float4 i f
int2 float8 i f
int2 int4 i f
int2 int8 i f
int2 numeric i f
int2 oid i f
int2 regclass i f
int2 regcollation i f
int2 regconfig i f
int2 regdictionary i f
int2 regnamespace i f
int2 regoper i f
int2 regoperator i f
int2 regproc i f
int2 regprocedure i f
int2 regrole i f
int2 regtype i f
int4 bit e f
int4 bool e f
int4 char e f
int4 float4 i f
int4 float8 i f
int4 int2 a f
int4 int8 i f
int4 money a f
int4 numeric i f
int4 oid i b
int4 regclass i b
int4 regcollation i b
int4 regconfig i b
int4 regdictionary i b
int4 regnamespace i b
int4 regoper i b
int4 regoperator i b
int4 regproc i b
int4 regprocedure i b
int4 regrole i b
int4 regtype i b
int4range int4multirange e f
int8 bit e f
int8 float4 i f
int8 float8 i f
int8 int2 a f
int8 int4 a f
int8 money a f
int8 numeric i f
int8 oid i f
int8 regclass i f
int8 regcollation i f
int8 regconfig i f
int8 regdictionary i f
int8 regnamespace i f
int8 regoper i f
int8 regoperator i f
int8 regproc i f
int8 regprocedure i f
int8 regrole i f
int8 regtype i f
int8range int8multirange e f
interval time a f
json jsonb a i
jsonb bool e f
jsonb float4 e f
jsonb float8 e f
jsonb int2 e f
jsonb int4 e f
jsonb int8 e f
jsonb json a i
jsonb numeric e f
macaddr macaddr8 i f
macaddr8 macaddr i f
money numeric a f
name bpchar a f
name text i f
name varchar a f
numeric float4 i f
numeric float8 i f
numeric int2 a f
numeric int4 a f
numeric int8 a f
numeric money a f
numrange nummultirange e f
oid int4 a b
oid int8 a f
oid regclass i b
oid regcollation i b
oid regconfig i b
oid regdictionary i b
oid regnamespace i b
oid regoper i b
oid regoperator i b
oid regproc i b
oid regprocedure i b
oid regrole i b
oid regtype i b
regclass int4 a b
regclass int8 a f
regclass oid i b
regcollation int4 a b
regcollation int8 a f
regcollation oid i b
regconfig int4 a b
regconfig int8 a f
regconfig oid i b
regdictionary int4 a b
regdictionary int8 a f
regdictionary oid i b
regnamespace int4 a b
regnamespace int8 a f
regnamespace oid i b
regoper int4 a b
regoper int8 a f
regoper oid i b
regoper regoperator i b
regoperator int4 a b
regoperator int8 a f
regoperator oid i b
regoperator regoper i b
regproc int4 a b
regproc int8 a f
regproc oid i b
regproc regprocedure i b
regprocedure int4 a b
regprocedure int8 a f
regprocedure oid i b
regprocedure regproc i b
regrole int4 a b
regrole int8 a f
regrole oid i b
regtype int4 a b
regtype int8 a f
regtype oid i b
text bpchar i b
text char a f
text name i f
text regclass i f
text varchar i b
text xml e f
time interval i f
time timetz i f
timestamp date a f
timestamp time a f
timestamp timestamptz i f
timestamptz date a f
timestamptz time a f
timestamptz timestamp a f
timestamptz timetz a f
timetz time a f
tsrange tsmultirange e f
tstzrange tstzmultirange e f
varbit bit i b
varchar bpchar i b
varchar char a f
varchar name i f
varchar regclass i f
varchar text i b
varchar xml e f
xml bpchar a b
xml text a b
xml varchar a b`,
    operators: `!! - tsquery tsquery
!~ bpchar text bool
!~ name text bool
!~ text text bool
!~* bpchar text bool
!~* name text bool
!~* text text bool
!~~ bpchar text bool
!~~ bytea bytea bool
!~~ name text bool
!~~ text text bool
!~~* bpchar text bool
!~~* name text bool
!~~* text text bool
# bit bit bit
# int2 int2 int2
# int4 int4 int4
# int8 int8 int8
#- jsonb _text jsonb
#> json _text json
#> jsonb _text jsonb
#>> json _text text
#>> jsonb _text text
% int2 int2 int2
% int4 int4 int4
% int8 int8 int8
% numeric numeric numeric
& bit bit bit
& inet inet inet
& int2 int2 int2
& int4 int4 int4
& int8 int8 int8
& macaddr macaddr macaddr
& macaddr8 macaddr8 macaddr8
&& anyarray anyarray bool
&& anymultirange anymultirange bool
&& anymultirange anyrange bool
&& anyrange anymultirange bool
&& anyrange anyrange bool
&& inet inet bool
&& tsquery tsquery tsquery
&< anymultirange anymultirange bool
&< anymultirange anyrange bool
&< anyrange anymultirange bool
&< anyrange anyrange bool
&> anymultirange anymultirange bool
&> anymultirange anyrange bool
&> anyrange anymultirange bool
&> anyrange anyrange bool
* anymultirange anymultirange anymultirange
* anyrange anyrange anyrange
* float4 float4 float4
* float4 float8 float8
* float4 money money
* float8 float4 float8
* float8 float8 float8
* float8 interval interval
* float8 money money
* int2 int2 int2
* int2 int4 int4
* int2 int8 int8
* int2 money money
* int4 int2 int4
* int4 int4 int4
* int4 int8 int8
* int4 money money
* int8 int2 int8
* int8 int4 int8
* int8 int8 int8
* int8 money money
* interval float8 interval
* money float4 money
* money float8 money
* money int2 money
* money int4 money
* money int8 money
* numeric numeric numeric
+ - float4 float4
+ - float8 float8
+ - int2 int2
+ - int4 int4
+ - int8 int8
+ - numeric numeric
+ anymultirange anymultirange anymultirange
+ anyrange anyrange anyrange
+ date int4 date
+ date interval timestamp
+ date time timestamp
+ date timetz timestamptz
+ float4 float4 float4
+ float4 float8 float8
+ float8 float4 float8
+ float8 float8 float8
+ inet int8 inet
+ int2 int2 int2
+ int2 int4 int4
+ int2 int8 int8
+ int4 date date
+ int4 int2 int4
+ int4 int4 int4
+ int4 int8 int8
+ int8 inet inet
+ int8 int2 int8
+ int8 int4 int8
+ int8 int8 int8
+ interval date timestamp
+ interval interval interval
+ interval time time
+ interval timestamp timestamp
+ interval timestamptz timestamptz
+ interval timetz timetz
+ money money money
+ numeric numeric numeric
+ time date timestamp
+ time interval time
+ timestamp interval timestamp
+ timestamptz interval timestamptz
+ timetz date timestamptz
+ timetz interval timetz
- - float4 float4
- - float8 float8
- - int2 int2
- - int4 int4
- - int8 int8
- - interval interval
- - numeric numeric
- anymultirange anymultirange anymultirange
- anyrange anyrange anyrange
- date date int4
- date int4 date
- date interval timestamp
- float4 float4 float4
- float4 float8 float8
- float8 float4 float8
- float8 float8 float8
- inet inet int8
- inet int8 inet
- int2 int2 int2
- int2 int4 int4
- int2 int8 int8
- int4 int2 int4
- int4 int4 int4
- int4 int8 int8
- int8 int2 int8
- int8 int4 int8
- int8 int8 int8
- interval interval interval
- jsonb _text jsonb
- jsonb int4 jsonb
- jsonb text jsonb
- money money money
- numeric numeric numeric
- time interval time
- time time interval
- timestamp interval timestamp
- timestamp timestamp interval
- timestamptz interval timestamptz
- timestamptz timestamptz interval
- timetz interval timetz
-> json int4 json
-> json text json
-> jsonb int4 jsonb
-> jsonb text jsonb
->> json int4 text
->> json text text
->> jsonb int4 text
->> jsonb text text
-|- anymultirange anymultirange bool
-|- anymultirange anyrange bool
-|- anyrange anymultirange bool
-|- anyrange anyrange bool
/ float4 float4 float4
/ float4 float8 float8
/ float8 float4 float8
/ float8 float8 float8
/ int2 int2 int2
/ int2 int4 int4
/ int2 int8 int8
/ int4 int2 int4
/ int4 int4 int4
/ int4 int8 int8
/ int8 int2 int8
/ int8 int4 int8
/ int8 int8 int8
/ interval float8 interval
/ money float4 money
/ money float8 money
/ money int2 money
/ money int4 money
/ money int8 money
/ money money float8
/ numeric numeric numeric
< anyarray anyarray bool
< anyenum anyenum bool
< anymultirange anymultirange bool
< anyrange anyrange bool
< bit bit bool
< bool bool bool
< bpchar bpchar bool
< bytea bytea bool
< char char bool
< date date bool
< date timestamp bool
< date timestamptz bool
< float4 float4 bool
< float4 float8 bool
< float8 float4 bool
< float8 float8 bool
< inet inet bool
< int2 int2 bool
< int2 int4 bool
< int2 int8 bool
< int4 int2 bool
< int4 int4 bool
< int4 int8 bool
< int8 int2 bool
< int8 int4 bool
< int8 int8 bool
< interval interval bool
< jsonb jsonb bool
< macaddr macaddr bool
< macaddr8 macaddr8 bool
< money money bool
< name name bool
< name text bool
< numeric numeric bool
< oid oid bool
< record record bool
< text name bool
< text text bool
< time time bool
< timestamp date bool
< timestamp timestamp bool
< timestamp timestamptz bool
< timestamptz date bool
< timestamptz timestamp bool
< timestamptz timestamptz bool
< timetz timetz bool
< tsquery tsquery bool
< tsvector tsvector bool
< uuid uuid bool
< varbit varbit bool
<-> tsquery tsquery tsquery
<< anymultirange anymultirange bool
<< anymultirange anyrange bool
<< anyrange anymultirange bool
<< anyrange anyrange bool
<< bit int4 bit
<< inet inet bool
<< int2 int4 int2
<< int4 int4 int4
<< int8 int4 int8
<<= inet inet bool
<= anyarray anyarray bool
<= anyenum anyenum bool
<= anymultirange anymultirange bool
<= anyrange anyrange bool
<= bit bit bool
<= bool bool bool
<= bpchar bpchar bool
<= bytea bytea bool
<= char char bool
<= date date bool
<= date timestamp bool
<= date timestamptz bool
<= float4 float4 bool
<= float4 float8 bool
<= float8 float4 bool
<= float8 float8 bool
<= inet inet bool
<= int2 int2 bool
<= int2 int4 bool
<= int2 int8 bool
<= int4 int2 bool
<= int4 int4 bool
<= int4 int8 bool
<= int8 int2 bool
<= int8 int4 bool
<= int8 int8 bool
<= interval interval bool
<= jsonb jsonb bool
<= macaddr macaddr bool
<= macaddr8 macaddr8 bool
<= money money bool
<= name name bool
<= name text bool
<= numeric numeric bool
<= oid oid bool
<= record record bool
<= text name bool
<= text text bool
<= time time bool
<= timestamp date bool
<= timestamp timestamp bool
<= timestamp timestamptz bool
<= timestamptz date bool
<= timestamptz timestamp bool
<= timestamptz timestamptz bool
<= timetz timetz bool
<= tsquery tsquery bool
<= tsvector tsvector bool
<= uuid uuid bool
<= varbit varbit bool
<> anyarray anyarray bool
<> anyenum anyenum bool
<> anymultirange anymultirange bool
<> anyrange anyrange bool
<> bit bit bool
<> bool bool bool
<> bpchar bpchar bool
<> bytea bytea bool
<> char char bool
<> date date bool
<> date timestamp bool
<> date timestamptz bool
<> float4 float4 bool
<> float4 float8 bool
<> float8 float4 bool
<> float8 float8 bool
<> inet inet bool
<> int2 int2 bool
<> int2 int4 bool
<> int2 int8 bool
<> int4 int2 bool
<> int4 int4 bool
<> int4 int8 bool
<> int8 int2 bool
<> int8 int4 bool
<> int8 int8 bool
<> interval interval bool
<> jsonb jsonb bool
<> macaddr macaddr bool
<> macaddr8 macaddr8 bool
<> money money bool
<> name name bool
<> name text bool
<> numeric numeric bool
<> oid oid bool
<> record record bool
<> text name bool
<> text text bool
<> time time bool
<> timestamp date bool
<> timestamp timestamp bool
<> timestamp timestamptz bool
<> timestamptz date bool
<> timestamptz timestamp bool
<> timestamptz timestamptz bool
<> timetz timetz bool
<> tsquery tsquery bool
<> tsvector tsvector bool
<> uuid uuid bool
<> varbit varbit bool
<@ anyarray anyarray bool
<@ anyelement anymultirange bool
<@ anyelement anyrange bool
<@ anymultirange anymultirange bool
<@ anymultirange anyrange bool
<@ anyrange anymultirange bool
<@ anyrange anyrange bool
<@ jsonb jsonb bool
<@ tsquery tsquery bool
= anyarray anyarray bool
= anyenum anyenum bool
= anymultirange anymultirange bool
= anyrange anyrange bool
= bit bit bool
= bool bool bool
= bpchar bpchar bool
= bytea bytea bool
= char char bool
= date date bool
= date timestamp bool
= date timestamptz bool
= float4 float4 bool
= float4 float8 bool
= float8 float4 bool
= float8 float8 bool
= inet inet bool
= int2 int2 bool
= int2 int4 bool
= int2 int8 bool
= int4 int2 bool
= int4 int4 bool
= int4 int8 bool
= int8 int2 bool
= int8 int4 bool
= int8 int8 bool
= interval interval bool
= jsonb jsonb bool
= macaddr macaddr bool
= macaddr8 macaddr8 bool
= money money bool
= name name bool
= name text bool
= numeric numeric bool
= oid oid bool
= record record bool
= text name bool
= text text bool
= time time bool
= timestamp date bool
= timestamp timestamp bool
= timestamp timestamptz bool
= timestamptz date bool
= timestamptz timestamp bool
= timestamptz timestamptz bool
= timetz timetz bool
= tsquery tsquery bool
= tsvector tsvector bool
= uuid uuid bool
= varbit varbit bool
> anyarray anyarray bool
> anyenum anyenum bool
> anymultirange anymultirange bool
> anyrange anyrange bool
> bit bit bool
> bool bool bool
> bpchar bpchar bool
> bytea bytea bool
> char char bool
> date date bool
> date timestamp bool
> date timestamptz bool
> float4 float4 bool
> float4 float8 bool
> float8 float4 bool
> float8 float8 bool
> inet inet bool
> int2 int2 bool
> int2 int4 bool
> int2 int8 bool
> int4 int2 bool
> int4 int4 bool
> int4 int8 bool
> int8 int2 bool
> int8 int4 bool
> int8 int8 bool
> interval interval bool
> jsonb jsonb bool
> macaddr macaddr bool
> macaddr8 macaddr8 bool
> money money bool
> name name bool
> name text bool
> numeric numeric bool
> oid oid bool
> record record bool
> text name bool
> text text bool
> time time bool
> timestamp date bool
> timestamp timestamp bool
> timestamp timestamptz bool
> timestamptz date bool
> timestamptz timestamp bool
> timestamptz timestamptz bool
> timetz timetz bool
> tsquery tsquery bool
> tsvector tsvector bool
> uuid uuid bool
> varbit varbit bool
>= anyarray anyarray bool
>= anyenum anyenum bool
>= anymultirange anymultirange bool
>= anyrange anyrange bool
>= bit bit bool
>= bool bool bool
>= bpchar bpchar bool
>= bytea bytea bool
>= char char bool
>= date date bool
>= date timestamp bool
>= date timestamptz bool
>= float4 float4 bool
>= float4 float8 bool
>= float8 float4 bool
>= float8 float8 bool
>= inet inet bool
>= int2 int2 bool
>= int2 int4 bool
>= int2 int8 bool
>= int4 int2 bool
>= int4 int4 bool
>= int4 int8 bool
>= int8 int2 bool
>= int8 int4 bool
>= int8 int8 bool
>= interval interval bool
>= jsonb jsonb bool
>= macaddr macaddr bool
>= macaddr8 macaddr8 bool
>= money money bool
>= name name bool
>= name text bool
>= numeric numeric bool
>= oid oid bool
>= record record bool
>= text name bool
>= text text bool
>= time time bool
>= timestamp date bool
>= timestamp timestamp bool
>= timestamp timestamptz bool
>= timestamptz date bool
>= timestamptz timestamp bool
>= timestamptz timestamptz bool
>= timetz timetz bool
>= tsquery tsquery bool
>= tsvector tsvector bool
>= uuid uuid bool
>= varbit varbit bool
>> anymultirange anymultirange bool
>> anymultirange anyrange bool
>> anyrange anymultirange bool
>> anyrange anyrange bool
>> bit int4 bit
>> inet inet bool
>> int2 int4 int2
>> int4 int4 int4
>> int8 int4 int8
>>= inet inet bool
? jsonb text bool
?& jsonb _text bool
?| jsonb _text bool
@ - float4 float4
@ - float8 float8
@ - int2 int2
@ - int4 int4
@ - int8 int8
@ - numeric numeric
@> anyarray anyarray bool
@> anymultirange anyelement bool
@> anymultirange anymultirange bool
@> anymultirange anyrange bool
@> anyrange anyelement bool
@> anyrange anymultirange bool
@> anyrange anyrange bool
@> jsonb jsonb bool
@> tsquery tsquery bool
@? jsonb jsonpath bool
@@ jsonb jsonpath bool
@@ text text bool
@@ text tsquery bool
@@ tsquery tsvector bool
@@ tsvector tsquery bool
@@@ tsquery tsvector bool
@@@ tsvector tsquery bool
^ float8 float8 float8
^ numeric numeric numeric
^@ text text bool
| bit bit bit
| inet inet inet
| int2 int2 int2
| int4 int4 int4
| int8 int8 int8
| macaddr macaddr macaddr
| macaddr8 macaddr8 macaddr8
|/ - float8 float8
|| anycompatible anycompatiblearray anycompatiblearray
|| anycompatiblearray anycompatible anycompatiblearray
|| anycompatiblearray anycompatiblearray anycompatiblearray
|| anynonarray text text
|| bytea bytea bytea
|| jsonb jsonb jsonb
|| text anynonarray text
|| text text text
|| tsquery tsquery tsquery
|| tsvector tsvector tsvector
|| varbit varbit varbit
||/ - float8 float8
~ - bit bit
~ - inet inet
~ - int2 int2
~ - int4 int4
~ - int8 int8
~ - macaddr macaddr
~ - macaddr8 macaddr8
~ bpchar text bool
~ name text bool
~ text text bool
~* bpchar text bool
~* name text bool
~* text text bool
~~ bpchar text bool
~~ bytea bytea bool
~~ name text bool
~~ text text bool
~~* bpchar text bool
~~* name text bool
~~* text text bool`,
    functions: `abbrev(cidr)text
abbrev(inet)text
abs(float4)float4
abs(float8)float8
abs(int2)int2
abs(int4)int4
abs(int8)int8
abs(numeric)numeric
acos(float8)float8
acosd(float8)float8
acosh(float8)float8
age(timestamp)interval
age(timestamp,timestamp)interval
age(timestamptz)interval
age(timestamptz,timestamptz)interval
amvalidate(oid)bool
array_agg(anyarray)anyarray aggregate
array_agg(anynonarray)anyarray aggregate
array_append(anycompatiblearray,anycompatible)anycompatiblearray
array_dims(anyarray)text
array_fill(anyelement,_int4)anyarray
array_fill(anyelement,_int4,_int4)anyarray
array_length(anyarray,int4)int4
array_lower(anyarray,int4)int4
array_ndims(anyarray)int4
array_position(anycompatiblearray,anycompatible)int4
array_position(anycompatiblearray,anycompatible,int4)int4
array_positions(anycompatiblearray,anycompatible)_int4
array_prepend(anycompatible,anycompatiblearray)anycompatiblearray
array_remove(anycompatiblearray,anycompatible)anycompatiblearray
array_replace(anycompatiblearray,anycompatible,anycompatible)anycompatiblearray
array_to_json(anyarray)json
array_to_json(anyarray,bool)json
array_to_string(anyarray,text)text
array_to_string(anyarray,text,text)text
array_to_tsvector(_text)tsvector
array_upper(anyarray,int4)int4
ascii(text)int4
asin(float8)float8
asind(float8)float8
asinh(float8)float8
atan(float8)float8
atan2(float8,float8)float8
atan2d(float8,float8)float8
atand(float8)float8
atanh(float8)float8
avg(float4)float8 aggregate
avg(float8)float8 aggregate
avg(int2)numeric aggregate
avg(int4)numeric aggregate
avg(int8)numeric aggregate
avg(interval)interval aggregate
avg(numeric)numeric aggregate
bit(bit,int4,bool)bit
bit(int4,int4)bit
bit(int8,int4)bit
bit_and(bit)bit aggregate
bit_and(int2)int2 aggregate
bit_and(int4)int4 aggregate
bit_and(int8)int8 aggregate
bit_count(bit)int8
bit_count(bytea)int8
bit_length(bit)int4
bit_length(bytea)int4
bit_length(text)int4
bit_or(bit)bit aggregate
bit_or(int2)int2 aggregate
bit_or(int4)int4 aggregate
bit_or(int8)int8 aggregate
bit_xor(bit)bit aggregate
bit_xor(int2)int2 aggregate
bit_xor(int4)int4 aggregate
bit_xor(int8)int8 aggregate
bool(int4)bool
bool(jsonb)bool
bool_and(bool)bool aggregate
bool_or(bool)bool aggregate
bpchar(bpchar,int4,bool)bpchar
bpchar(char)bpchar
bpchar(name)bpchar
brin_summarize_new_values(regclass)int4
brin_summarize_range(regclass,int8)int4
broadcast(inet)inet
btequalimage(oid)bool
btrim(bytea,bytea)bytea
btrim(text)text
btrim(text,text)text
btvarstrequalimage(oid)bool
cardinality(anyarray)int4
cash_words(money)text
cbrt(float8)float8
ceil(float8)float8
ceil(numeric)numeric
ceiling(float8)float8
ceiling(numeric)numeric
char(int4)char
char(text)char
char_length(bpchar)int4
char_length(text)int4
character_length(bpchar)int4
character_length(text)int4
chr(int4)text
cidr(inet)cidr
clock_timestamp()timestamptz
col_description(oid,int4)text
concat(*any)text
concat_ws(text,*any)text
convert(bytea,name,name)bytea
convert_from(bytea,name)text
convert_to(text,name)bytea
corr(float8,float8)float8 aggregate
cos(float8)float8
cosd(float8)float8
cosh(float8)float8
cot(float8)float8
cotd(float8)float8
count()int8 aggregate
count(any)int8 aggregate
covar_pop(float8,float8)float8 aggregate
covar_samp(float8,float8)float8 aggregate
cume_dist()float8 window
cume_dist(*any)float8 hypothetical
current_database()name
current_query()text
current_schema()name
current_schemas(bool)_name
current_setting(text)text
current_setting(text,bool)text
current_user()name
currval(regclass)int8
database_to_xml(bool,bool,text)xml
database_to_xml_and_xmlschema(bool,bool,text)xml
database_to_xmlschema(bool,bool,text)xml
date(timestamp)date
date(timestamptz)date
date_bin(interval,timestamp,timestamp)timestamp
date_bin(interval,timestamptz,timestamptz)timestamptz
date_part(text,date)float8
date_part(text,interval)float8
date_part(text,time)float8
date_part(text,timestamp)float8
date_part(text,timestamptz)float8
date_part(text,timetz)float8
date_trunc(text,interval)interval
date_trunc(text,timestamp)timestamp
date_trunc(text,timestamptz)timestamptz
date_trunc(text,timestamptz,text)timestamptz
datemultirange()datemultirange
datemultirange(*_daterange)datemultirange
datemultirange(daterange)datemultirange
daterange(date,date)daterange
daterange(date,date,text)daterange
daterange_canonical(daterange)daterange
daterange_subdiff(date,date)float8
decode(text,text)bytea
degrees(float8)float8
dense_rank()int8 window
dense_rank(*any)int8 hypothetical
dexp(float8)float8
div(numeric,numeric)numeric
dlog1(float8)float8
dlog10(float8)float8
dround(float8)float8
dtrunc(float8)float8
encode(bytea,text)text
enum_first(anyenum)anyenum
enum_last(anyenum)anyenum
every(bool)bool aggregate
exp(float8)float8
exp(numeric)numeric
extract(text,date)numeric
extract(text,interval)numeric
extract(text,time)numeric
extract(text,timestamp)numeric
extract(text,timestamptz)numeric
extract(text,timetz)numeric
factorial(int8)numeric
family(inet)int4
first_value(anyelement)anyelement window
float4(float8)float4
float4(int2)float4
float4(int4)float4
float4(int8)float4
float4(jsonb)float4
float4(numeric)float4
float8(float4)float8
float8(int2)float8
float8(int4)float8
float8(int8)float8
float8(jsonb)float8
float8(numeric)float8
floor(float8)float8
floor(numeric)numeric
format(text)text
format(text,*any)text
format_type(oid,int4)text
gcd(int4,int4)int4
gcd(int8,int8)int8
gcd(numeric,numeric)numeric
gen_random_uuid()uuid
generate_series(int4,int4)setof int4
generate_series(int4,int4,int4)setof int4
generate_series(int8,int8)setof int8
generate_series(int8,int8,int8)setof int8
generate_series(numeric,numeric)setof numeric
generate_series(numeric,numeric,numeric)setof numeric
generate_series(timestamp,timestamp,interval)setof timestamp
generate_series(timestamptz,timestamptz,interval)setof timestamptz
generate_subscripts(anyarray,int4)setof int4
generate_subscripts(anyarray,int4,bool)setof int4
get_bit(bit,int4)int4
get_bit(bytea,int8)int4
get_byte(bytea,int4)int4
get_current_ts_config()regconfig
getdatabaseencoding()name
getpgusername()name
gin_clean_pending_list(regclass)int8
gin_cmp_tslexeme(text,text)int4
gin_compare_jsonb(text,text)int4
hashtext(text)int4
host(inet)text
hostmask(inet)inet
initcap(text)text
int2(float4)int2
int2(float8)int2
int2(int4)int2
int2(int8)int2
int2(jsonb)int2
int2(numeric)int2
int4(bit)int4
int4(bool)int4
int4(char)int4
int4(float4)int4
int4(float8)int4
int4(int2)int4
int4(int8)int4
int4(jsonb)int4
int4(numeric)int4
int4inc(int4)int4
int4multirange()int4multirange
int4multirange(*_int4range)int4multirange
int4multirange(int4range)int4multirange
int4range(int4,int4)int4range
int4range(int4,int4,text)int4range
int4range_canonical(int4range)int4range
int4range_subdiff(int4,int4)float8
int8(bit)int8
int8(float4)int8
int8(float8)int8
int8(int2)int8
int8(int4)int8
int8(jsonb)int8
int8(numeric)int8
int8(oid)int8
int8dec(int8)int8
int8dec_any(int8,any)int8
int8inc(int8)int8
int8inc_any(int8,any)int8
int8multirange()int8multirange
int8multirange(*_int8range)int8multirange
int8multirange(int8range)int8multirange
int8range(int8,int8)int8range
int8range(int8,int8,text)int8range
int8range_canonical(int8range)int8range
int8range_subdiff(int8,int8)float8
interval(interval,int4)interval
interval(time)interval
is_normalized(text,text)bool defaults 1
isempty(anymultirange)bool
isempty(anyrange)bool
isfinite(date)bool
isfinite(interval)bool
isfinite(timestamp)bool
isfinite(timestamptz)bool
json_agg(anyelement)json aggregate
json_array_elements(json)setof json out value:json
json_array_elements_text(json)setof text out value:text
json_array_length(json)int4
json_build_array()json
json_build_array(*any)json
json_build_object()json
json_build_object(*any)json
json_each(json)setof record out key:text,value:json
json_each_text(json)setof record out key:text,value:text
json_extract_path(json,*_text)json
json_extract_path_text(json,*_text)text
json_object(_text)json
json_object(_text,_text)json
json_object_agg(any,any)json aggregate
json_object_keys(json)setof text
json_populate_record(anyelement,json,bool)anyelement defaults 1
json_populate_recordset(anyelement,json,bool)setof anyelement defaults 1
json_strip_nulls(json)json
json_to_record(json)record
json_to_recordset(json)setof record
json_to_tsvector(json,jsonb)tsvector
json_to_tsvector(regconfig,json,jsonb)tsvector
json_typeof(json)text
jsonb_agg(anyelement)jsonb aggregate
jsonb_array_elements(jsonb)setof jsonb out value:jsonb
jsonb_array_elements_text(jsonb)setof text out value:text
jsonb_array_length(jsonb)int4
jsonb_build_array()jsonb
jsonb_build_array(*any)jsonb
jsonb_build_object()jsonb
jsonb_build_object(*any)jsonb
jsonb_each(jsonb)setof record out key:text,value:jsonb
jsonb_each_text(jsonb)setof record out key:text,value:text
jsonb_exists(jsonb,text)bool
jsonb_exists_all(jsonb,_text)bool
jsonb_exists_any(jsonb,_text)bool
jsonb_extract_path(jsonb,*_text)jsonb
jsonb_extract_path_text(jsonb,*_text)text
jsonb_insert(jsonb,_text,jsonb,bool)jsonb defaults 1
jsonb_object(_text)jsonb
jsonb_object(_text,_text)jsonb
jsonb_object_agg(any,any)jsonb aggregate
jsonb_object_keys(jsonb)setof text
jsonb_path_exists(jsonb,jsonpath,jsonb,bool)bool defaults 2
jsonb_path_exists_tz(jsonb,jsonpath,jsonb,bool)bool defaults 2
jsonb_path_match(jsonb,jsonpath,jsonb,bool)bool defaults 2
jsonb_path_match_tz(jsonb,jsonpath,jsonb,bool)bool defaults 2
jsonb_path_query(jsonb,jsonpath,jsonb,bool)setof jsonb defaults 2
jsonb_path_query_array(jsonb,jsonpath,jsonb,bool)jsonb defaults 2
jsonb_path_query_array_tz(jsonb,jsonpath,jsonb,bool)jsonb defaults 2
jsonb_path_query_first(jsonb,jsonpath,jsonb,bool)jsonb defaults 2
jsonb_path_query_first_tz(jsonb,jsonpath,jsonb,bool)jsonb defaults 2
jsonb_path_query_tz(jsonb,jsonpath,jsonb,bool)setof jsonb defaults 2
jsonb_populate_record(anyelement,jsonb)anyelement
jsonb_populate_recordset(anyelement,jsonb)setof anyelement
jsonb_pretty(jsonb)text
jsonb_set(jsonb,_text,jsonb,bool)jsonb defaults 1
jsonb_set_lax(jsonb,_text,jsonb,bool,text)jsonb defaults 2
jsonb_strip_nulls(jsonb)jsonb
jsonb_to_record(jsonb)record
jsonb_to_recordset(jsonb)setof record
jsonb_to_tsvector(jsonb,jsonb)tsvector
jsonb_to_tsvector(regconfig,jsonb,jsonb)tsvector
jsonb_typeof(jsonb)text
justify_days(interval)interval
justify_hours(interval)interval
justify_interval(interval)interval
lag(anycompatible,int4,anycompatible)anycompatible window
lag(anyelement)anyelement window
lag(anyelement,int4)anyelement window
last_value(anyelement)anyelement window
lastval()int8
lcm(int4,int4)int4
lcm(int8,int8)int8
lcm(numeric,numeric)numeric
lead(anycompatible,int4,anycompatible)anycompatible window
lead(anyelement)anyelement window
lead(anyelement,int4)anyelement window
left(text,int4)text
length(bit)int4
length(bpchar)int4
length(bytea)int4
length(bytea,name)int4
length(text)int4
length(tsvector)int4
like(bytea,bytea)bool
like(name,text)bool
like(text,text)bool
like_escape(bytea,bytea)bytea
like_escape(text,text)text
ln(float8)float8
ln(numeric)numeric
log(float8)float8
log(numeric)numeric
log(numeric,numeric)numeric
log10(float8)float8
log10(numeric)numeric
loread(int4,int4)bytea
lower(anymultirange)anyelement
lower(anyrange)anyelement
lower(text)text
lower_inc(anymultirange)bool
lower_inc(anyrange)bool
lower_inf(anymultirange)bool
lower_inf(anyrange)bool
lowrite(int4,bytea)int4
lpad(text,int4)text
lpad(text,int4,text)text
ltrim(bytea,bytea)bytea
ltrim(text)text
ltrim(text,text)text
macaddr(macaddr8)macaddr
macaddr8(macaddr)macaddr8
macaddr8_set7bit(macaddr8)macaddr8
make_date(int4,int4,int4)date names year,month,day
make_interval(int4,int4,int4,int4,int4,int4,float8)interval defaults 7 names years,months,weeks,days,hours,mins,secs
make_time(int4,int4,float8)time names hour,min,sec
make_timestamp(int4,int4,int4,int4,int4,float8)timestamp names year,month,mday,hour,min,sec
make_timestamptz(int4,int4,int4,int4,int4,float8)timestamptz names year,month,mday,hour,min,sec
make_timestamptz(int4,int4,int4,int4,int4,float8,text)timestamptz names year,month,mday,hour,min,sec,timezone
masklen(inet)int4
max(anyarray)anyarray aggregate
max(anyenum)anyenum aggregate
max(bpchar)bpchar aggregate
max(date)date aggregate
max(float4)float4 aggregate
max(float8)float8 aggregate
max(inet)inet aggregate
max(int2)int2 aggregate
max(int4)int4 aggregate
max(int8)int8 aggregate
max(interval)interval aggregate
max(money)money aggregate
max(numeric)numeric aggregate
max(oid)oid aggregate
max(text)text aggregate
max(time)time aggregate
max(timestamp)timestamp aggregate
max(timestamptz)timestamptz aggregate
max(timetz)timetz aggregate
md5(bytea)text
md5(text)text
min(anyarray)anyarray aggregate
min(anyenum)anyenum aggregate
min(bpchar)bpchar aggregate
min(date)date aggregate
min(float4)float4 aggregate
min(float8)float8 aggregate
min(inet)inet aggregate
min(int2)int2 aggregate
min(int4)int4 aggregate
min(int8)int8 aggregate
min(interval)interval aggregate
min(money)money aggregate
min(numeric)numeric aggregate
min(oid)oid aggregate
min(text)text aggregate
min(time)time aggregate
min(timestamp)timestamp aggregate
min(timestamptz)timestamptz aggregate
min(timetz)timetz aggregate
min_scale(numeric)int4
mod(int2,int2)int2
mod(int4,int4)int4
mod(int8,int8)int8
mod(numeric,numeric)numeric
mode(anyelement)anyelement ordered 0
money(int4)money
money(int8)money
money(numeric)money
multirange(anyrange)anymultirange
name(bpchar)name
name(text)name
name(varchar)name
nameconcatoid(name,oid)name
netmask(inet)inet
network(inet)cidr
nextval(regclass)int8
normalize(text,text)text defaults 1
notlike(bytea,bytea)bool
notlike(name,text)bool
notlike(text,text)bool
now()timestamptz
nth_value(anyelement,int4)anyelement window
ntile(int4)int4 window
num_nonnulls(*any)int4
num_nulls(*any)int4
numeric(float4)numeric
numeric(float8)numeric
numeric(int2)numeric
numeric(int4)numeric
numeric(int8)numeric
numeric(jsonb)numeric
numeric(money)numeric
numeric(numeric,int4)numeric
numeric_div_trunc(numeric,numeric)numeric
numeric_exp(numeric)numeric
numeric_inc(numeric)numeric
numeric_ln(numeric)numeric
numeric_log(numeric,numeric)numeric
numeric_sqrt(numeric)numeric
nummultirange()nummultirange
nummultirange(*_numrange)nummultirange
nummultirange(numrange)nummultirange
numnode(tsquery)int4
numrange(numeric,numeric)numrange
numrange(numeric,numeric,text)numrange
numrange_subdiff(numeric,numeric)float8
obj_description(oid)text
obj_description(oid,name)text
octet_length(bit)int4
octet_length(bpchar)int4
octet_length(bytea)int4
octet_length(text)int4
oid(int8)oid
overlaps(time,interval,time,interval)bool
overlaps(time,interval,time,time)bool
overlaps(time,time,time,interval)bool
overlaps(time,time,time,time)bool
overlaps(timestamp,interval,timestamp,interval)bool
overlaps(timestamp,interval,timestamp,timestamp)bool
overlaps(timestamp,timestamp,timestamp,interval)bool
overlaps(timestamp,timestamp,timestamp,timestamp)bool
overlaps(timestamptz,interval,timestamptz,interval)bool
overlaps(timestamptz,interval,timestamptz,timestamptz)bool
overlaps(timestamptz,timestamptz,timestamptz,interval)bool
overlaps(timestamptz,timestamptz,timestamptz,timestamptz)bool
overlaps(timetz,timetz,timetz,timetz)bool
overlay(bit,bit,int4)bit
overlay(bit,bit,int4,int4)bit
overlay(bytea,bytea,int4)bytea
overlay(bytea,bytea,int4,int4)bytea
overlay(text,text,int4)text
overlay(text,text,int4,int4)text
parse_ident(text,bool)_text defaults 1
percent_rank()float8 window
percent_rank(*any)float8 hypothetical
percentile_cont(_float8,float8)_float8 ordered 1
percentile_cont(_float8,interval)_interval ordered 1
percentile_cont(float8,float8)float8 ordered 1
percentile_cont(float8,interval)interval ordered 1
percentile_disc(_float8,anyelement)anyarray ordered 1
percentile_disc(float8,anyelement)anyelement ordered 1
pg_column_size(any)int4
pg_relation_size(regclass)int8
pg_relation_size(regclass,text)int8
pg_size_pretty(int8)text
pg_size_pretty(numeric)text
pg_table_size(regclass)int8
pg_total_relation_size(regclass)int8
pg_typeof(any)regtype
phraseto_tsquery(regconfig,text)tsquery
phraseto_tsquery(text)tsquery
pi()float8
plainto_tsquery(regconfig,text)tsquery
plainto_tsquery(text)tsquery
position(bit,bit)int4
position(bytea,bytea)int4
position(text,text)int4
postgresql_fdw_validator(_text,oid)bool
pow(float8,float8)float8
pow(numeric,numeric)numeric
power(float8,float8)float8
power(numeric,numeric)numeric
query_to_xml(text,bool,bool,text)xml
query_to_xml_and_xmlschema(text,bool,bool,text)xml
query_to_xmlschema(text,bool,bool,text)xml
querytree(tsquery)text
quote_ident(text)text
quote_literal(anyelement)text
quote_literal(text)text
quote_nullable(anyelement)text
quote_nullable(text)text
radians(float8)float8
random()float8
range_agg(anymultirange)anymultirange aggregate
range_agg(anyrange)anymultirange aggregate
range_intersect_agg(anymultirange)anymultirange aggregate
range_intersect_agg(anyrange)anyrange aggregate
range_merge(anymultirange)anyrange
range_merge(anyrange,anyrange)anyrange
rank()int8 window
rank(*any)int8 hypothetical
regclass(text)regclass
regexp_count(text,text)int4
regexp_count(text,text,int4)int4
regexp_count(text,text,int4,text)int4
regexp_instr(text,text)int4
regexp_instr(text,text,int4)int4
regexp_instr(text,text,int4,int4)int4
regexp_instr(text,text,int4,int4,int4)int4
regexp_instr(text,text,int4,int4,int4,text)int4
regexp_instr(text,text,int4,int4,int4,text,int4)int4
regexp_like(text,text)bool
regexp_like(text,text,text)bool
regexp_match(text,text)_text
regexp_match(text,text,text)_text
regexp_matches(text,text)setof _text
regexp_matches(text,text,text)setof _text
regexp_replace(text,text,text)text
regexp_replace(text,text,text,int4)text
regexp_replace(text,text,text,int4,int4)text
regexp_replace(text,text,text,int4,int4,text)text
regexp_replace(text,text,text,text)text
regexp_split_to_array(text,text)_text
regexp_split_to_array(text,text,text)_text
regexp_split_to_table(text,text)setof text
regexp_split_to_table(text,text,text)setof text
regexp_substr(text,text)text
regexp_substr(text,text,int4)text
regexp_substr(text,text,int4,int4)text
regexp_substr(text,text,int4,int4,text)text
regexp_substr(text,text,int4,int4,text,int4)text
regr_avgx(float8,float8)float8 aggregate
regr_avgy(float8,float8)float8 aggregate
regr_count(float8,float8)int8 aggregate
regr_intercept(float8,float8)float8 aggregate
regr_r2(float8,float8)float8 aggregate
regr_slope(float8,float8)float8 aggregate
regr_sxx(float8,float8)float8 aggregate
regr_sxy(float8,float8)float8 aggregate
regr_syy(float8,float8)float8 aggregate
repeat(text,int4)text
replace(text,text,text)text
reverse(text)text
right(text,int4)text
round(float8)float8
round(numeric)numeric
round(numeric,int4)numeric
row_number()int8 window
row_security_active(oid)bool
row_security_active(text)bool
row_to_json(record)json
row_to_json(record,bool)json
rpad(text,int4)text
rpad(text,int4,text)text
rtrim(bytea,bytea)bytea
rtrim(text)text
rtrim(text,text)text
scale(numeric)int4
schema_to_xml(name,bool,bool,text)xml
schema_to_xml_and_xmlschema(name,bool,bool,text)xml
schema_to_xmlschema(name,bool,bool,text)xml
session_user()name
set_bit(bit,int4,int4)bit
set_bit(bytea,int8,int4)bytea
set_byte(bytea,int4,int4)bytea
set_config(text,text,bool)text
set_masklen(cidr,int4)cidr
set_masklen(inet,int4)inet
setval(regclass,int8)int8
setval(regclass,int8,bool)int8
setweight(tsvector,char)tsvector
setweight(tsvector,char,_text)tsvector
sha224(bytea)bytea
sha256(bytea)bytea
sha384(bytea)bytea
sha512(bytea)bytea
shobj_description(oid,name)text
sign(float8)float8
sign(numeric)numeric
similar_escape(text,text)text
similar_to_escape(text)text
similar_to_escape(text,text)text
sin(float8)float8
sind(float8)float8
sinh(float8)float8
split_part(text,text,int4)text
sqrt(float8)float8
sqrt(numeric)numeric
starts_with(text,text)bool
statement_timestamp()timestamptz
stddev(float4)float8 aggregate
stddev(float8)float8 aggregate
stddev(int2)numeric aggregate
stddev(int4)numeric aggregate
stddev(int8)numeric aggregate
stddev(numeric)numeric aggregate
stddev_pop(float4)float8 aggregate
stddev_pop(float8)float8 aggregate
stddev_pop(int2)numeric aggregate
stddev_pop(int4)numeric aggregate
stddev_pop(int8)numeric aggregate
stddev_pop(numeric)numeric aggregate
stddev_samp(float4)float8 aggregate
stddev_samp(float8)float8 aggregate
stddev_samp(int2)numeric aggregate
stddev_samp(int4)numeric aggregate
stddev_samp(int8)numeric aggregate
stddev_samp(numeric)numeric aggregate
string_agg(bytea,bytea)bytea aggregate
string_agg(text,text)text aggregate
string_to_array(text,text)_text
string_to_array(text,text,text)_text
string_to_table(text,text)setof text
string_to_table(text,text,text)setof text
strip(tsvector)tsvector
strpos(text,text)int4
substr(bytea,int4)bytea
substr(bytea,int4,int4)bytea
substr(text,int4)text
substr(text,int4,int4)text
substring(bit,int4)bit
substring(bit,int4,int4)bit
substring(bytea,int4)bytea
substring(bytea,int4,int4)bytea
substring(text,int4)text
substring(text,int4,int4)text
substring(text,text)text
substring(text,text,text)text
sum(float4)float4 aggregate
sum(float8)float8 aggregate
sum(int2)int8 aggregate
sum(int4)int8 aggregate
sum(int8)numeric aggregate
sum(interval)interval aggregate
sum(money)money aggregate
sum(numeric)numeric aggregate
table_to_xml(regclass,bool,bool,text)xml
table_to_xml_and_xmlschema(regclass,bool,bool,text)xml
table_to_xmlschema(regclass,bool,bool,text)xml
tan(float8)float8
tand(float8)float8
tanh(float8)float8
text(bool)text
text(bpchar)text
text(char)text
text(inet)text
text(name)text
text(xml)text
textlen(text)int4
time(interval)time
time(time,int4)time
time(timestamp)time
time(timestamptz)time
time(timetz)time
timeofday()text
timestamp(date)timestamp
timestamp(date,time)timestamp
timestamp(timestamp,int4)timestamp
timestamp(timestamptz)timestamp
timestamptz(date)timestamptz
timestamptz(date,time)timestamptz
timestamptz(date,timetz)timestamptz
timestamptz(timestamp)timestamptz
timestamptz(timestamptz,int4)timestamptz
timetz(time)timetz
timetz(timestamptz)timetz
timetz(timetz,int4)timetz
timezone(interval,timestamp)timestamptz
timezone(interval,timestamptz)timestamp
timezone(interval,timetz)timetz
timezone(text,timestamp)timestamptz
timezone(text,timestamptz)timestamp
timezone(text,timetz)timetz
to_ascii(text)text
to_ascii(text,int4)text
to_ascii(text,name)text
to_char(float4,text)text
to_char(float8,text)text
to_char(int4,text)text
to_char(int8,text)text
to_char(interval,text)text
to_char(numeric,text)text
to_char(timestamp,text)text
to_char(timestamptz,text)text
to_date(text,text)date
to_hex(int4)text
to_hex(int8)text
to_json(anyelement)json
to_jsonb(anyelement)jsonb
to_number(text,text)numeric
to_regclass(text)regclass
to_regcollation(text)regcollation
to_regnamespace(text)regnamespace
to_regoper(text)regoper
to_regoperator(text)regoperator
to_regproc(text)regproc
to_regprocedure(text)regprocedure
to_regrole(text)regrole
to_regtype(text)regtype
to_timestamp(float8)timestamptz
to_timestamp(text,text)timestamptz
to_tsquery(regconfig,text)tsquery
to_tsquery(text)tsquery
to_tsvector(json)tsvector
to_tsvector(jsonb)tsvector
to_tsvector(regconfig,json)tsvector
to_tsvector(regconfig,jsonb)tsvector
to_tsvector(regconfig,text)tsvector
to_tsvector(text)tsvector
transaction_timestamp()timestamptz
translate(text,text,text)text
trim_array(anyarray,int4)anyarray
trim_scale(numeric)numeric
trunc(float8)float8
trunc(macaddr)macaddr
trunc(macaddr8)macaddr8
trunc(numeric)numeric
trunc(numeric,int4)numeric
ts_headline(json,tsquery)json
ts_headline(json,tsquery,text)json
ts_headline(jsonb,tsquery)jsonb
ts_headline(jsonb,tsquery,text)jsonb
ts_headline(regconfig,json,tsquery)json
ts_headline(regconfig,json,tsquery,text)json
ts_headline(regconfig,jsonb,tsquery)jsonb
ts_headline(regconfig,jsonb,tsquery,text)jsonb
ts_headline(regconfig,text,tsquery)text
ts_headline(regconfig,text,tsquery,text)text
ts_headline(text,tsquery)text
ts_headline(text,tsquery,text)text
ts_rank(_float4,tsvector,tsquery)float4
ts_rank(_float4,tsvector,tsquery,int4)float4
ts_rank(tsvector,tsquery)float4
ts_rank(tsvector,tsquery,int4)float4
ts_rank_cd(_float4,tsvector,tsquery)float4
ts_rank_cd(_float4,tsvector,tsquery,int4)float4
ts_rank_cd(tsvector,tsquery)float4
ts_rank_cd(tsvector,tsquery,int4)float4
ts_rewrite(tsquery,text)tsquery
ts_rewrite(tsquery,tsquery,tsquery)tsquery
tsmultirange()tsmultirange
tsmultirange(*_tsrange)tsmultirange
tsmultirange(tsrange)tsmultirange
tsquery_phrase(tsquery,tsquery,int4)tsquery
tsrange(timestamp,timestamp)tsrange
tsrange(timestamp,timestamp,text)tsrange
tsrange_subdiff(timestamp,timestamp)float8
tstzmultirange()tstzmultirange
tstzmultirange(*_tstzrange)tstzmultirange
tstzmultirange(tstzrange)tstzmultirange
tstzrange(timestamptz,timestamptz)tstzrange
tstzrange(timestamptz,timestamptz,text)tstzrange
tstzrange_subdiff(timestamptz,timestamptz)float8
tsvector_to_array(tsvector)_text
unistr(text)text
unnest(anyarray)setof anyelement
unnest(anymultirange)setof anyrange
unnest(tsvector)setof record out lexeme:text,positions:_int2,weights:_text
upper(anymultirange)anyelement
upper(anyrange)anyelement
upper(text)text
upper_inc(anymultirange)bool
upper_inc(anyrange)bool
upper_inf(anymultirange)bool
upper_inf(anyrange)bool
var_pop(float4)float8 aggregate
var_pop(float8)float8 aggregate
var_pop(int2)numeric aggregate
var_pop(int4)numeric aggregate
var_pop(int8)numeric aggregate
var_pop(numeric)numeric aggregate
var_samp(float4)float8 aggregate
var_samp(float8)float8 aggregate
var_samp(int2)numeric aggregate
var_samp(int4)numeric aggregate
var_samp(int8)numeric aggregate
var_samp(numeric)numeric aggregate
varbit(varbit,int4,bool)varbit
varchar(name)varchar
varchar(varchar,int4,bool)varchar
variance(float4)float8 aggregate
variance(float8)float8 aggregate
variance(int2)numeric aggregate
variance(int4)numeric aggregate
variance(int8)numeric aggregate
variance(numeric)numeric aggregate
version()text
websearch_to_tsquery(regconfig,text)tsquery
websearch_to_tsquery(text)tsquery
width_bucket(anycompatible,anycompatiblearray)int4
width_bucket(float8,float8,float8,int4)int4
width_bucket(numeric,numeric,numeric,int4)int4
xml(text)xml
xml_is_well_formed(text)bool
xml_is_well_formed_content(text)bool
xml_is_well_formed_document(text)bool
xmlagg(xml)xml aggregate
xmlcomment(text)xml
xmlexists(text,xml)bool
xmlvalidate(xml,text)bool
xpath(text,xml)_xml
xpath(text,xml,_text)_xml
xpath_exists(text,xml)bool
xpath_exists(text,xml,_text)bool`,
  },
  {
    extension: 'citext',
    since: 0,
    types: `_citext|citext[]|A
citext|citext|S`,
    casts: `bool citext a f
bpchar citext a f
citext bpchar a b
citext text i b
citext varchar i b
inet citext a f
text citext a b
varchar citext a b`,
    operators: `!~ citext citext bool
!~ citext text bool
!~* citext citext bool
!~* citext text bool
!~~ citext citext bool
!~~ citext text bool
!~~* citext citext bool
!~~* citext text bool
< citext citext bool
<= citext citext bool
<> citext citext bool
= citext citext bool
> citext citext bool
>= citext citext bool
~ citext citext bool
~ citext text bool
~* citext citext bool
~* citext text bool
~~ citext citext bool
~~ citext text bool
~~* citext citext bool
~~* citext text bool`,
    functions: `citext(bool)citext
citext(bpchar)citext
citext(inet)citext
citext_eq(citext,citext)bool
citext_ge(citext,citext)bool
citext_gt(citext,citext)bool
citext_le(citext,citext)bool
citext_lt(citext,citext)bool
citext_ne(citext,citext)bool
citext_pattern_ge(citext,citext)bool
citext_pattern_gt(citext,citext)bool
citext_pattern_le(citext,citext)bool
citext_pattern_lt(citext,citext)bool
citextsend(citext)bytea
max(citext)citext aggregate
min(citext)citext aggregate
regexp_match(citext,citext)_text
regexp_match(citext,citext,text)_text
regexp_matches(citext,citext)setof _text
regexp_matches(citext,citext,text)setof _text
regexp_replace(citext,citext,text)text
regexp_replace(citext,citext,text,text)text
regexp_split_to_array(citext,citext)_text
regexp_split_to_array(citext,citext,text)_text
regexp_split_to_table(citext,citext)setof text
regexp_split_to_table(citext,citext,text)setof text
replace(citext,citext,citext)text
split_part(citext,citext,int4)text
strpos(citext,citext)int4
texticlike(citext,citext)bool
texticlike(citext,text)bool
texticnlike(citext,citext)bool
texticnlike(citext,text)bool
texticregexeq(citext,citext)bool
texticregexeq(citext,text)bool
texticregexne(citext,citext)bool
texticregexne(citext,text)bool
translate(citext,citext,text)text`,
  },
  {
    extension: 'fuzzystrmatch',
    since: 0,
    types: ``,
    casts: ``,
    operators: ``,
    functions: `difference(text,text)int4
dmetaphone(text)text
dmetaphone_alt(text)text
levenshtein(text,text)int4
levenshtein(text,text,int4,int4,int4)int4
levenshtein_less_equal(text,text,int4)int4
levenshtein_less_equal(text,text,int4,int4,int4,int4)int4
metaphone(text,int4)text
soundex(text)text
text_soundex(text)text`,
  },
  {
    extension: 'hstore',
    since: 0,
    types: `_hstore|hstore[]|A
hstore|hstore|U`,
    casts: `_text hstore e f
hstore json e f
hstore jsonb e f`,
    operators: `#<# hstore hstore bool
#<=# hstore hstore bool
#= anyelement hstore anyelement
#># hstore hstore bool
#>=# hstore hstore bool
%# - hstore _text
%% - hstore _text
- hstore _text hstore
- hstore hstore hstore
- hstore text hstore
-> hstore _text _text
-> hstore text text
<> hstore hstore bool
<@ hstore hstore bool
= hstore hstore bool
? hstore text bool
?& hstore _text bool
?| hstore _text bool
@> hstore hstore bool
|| hstore hstore hstore`,
    functions: `akeys(hstore)_text
avals(hstore)_text
defined(hstore,text)bool
delete(hstore,_text)hstore
delete(hstore,hstore)hstore
delete(hstore,text)hstore
each(hstore)setof record out key:text,value:text
exist(hstore,text)bool
exists_all(hstore,_text)bool
exists_any(hstore,_text)bool
fetchval(hstore,text)text
hs_concat(hstore,hstore)hstore
hs_contained(hstore,hstore)bool
hs_contains(hstore,hstore)bool
hstore(_text)hstore
hstore(_text,_text)hstore
hstore(record)hstore
hstore(text,text)hstore
hstore_eq(hstore,hstore)bool
hstore_ge(hstore,hstore)bool
hstore_gt(hstore,hstore)bool
hstore_le(hstore,hstore)bool
hstore_lt(hstore,hstore)bool
hstore_ne(hstore,hstore)bool
hstore_to_array(hstore)_text
hstore_to_json(hstore)json
hstore_to_json_loose(hstore)json
hstore_to_jsonb(hstore)jsonb
hstore_to_jsonb_loose(hstore)jsonb
hstore_to_matrix(hstore)_text
hstore_version_diag(hstore)int4
isdefined(hstore,text)bool
isexists(hstore,text)bool
populate_record(anyelement,hstore)anyelement
skeys(hstore)setof text
slice(hstore,_text)hstore
slice_array(hstore,_text)_text
svals(hstore)setof text
tconvert(text,text)hstore`,
  },
  {
    extension: 'ltree',
    since: 0,
    types: `_lquery|lquery[]|A
_ltree|ltree[]|A
_ltxtquery|ltxtquery[]|A
lquery|lquery|U
ltree|ltree|U
ltxtquery|ltxtquery|U`,
    casts: ``,
    operators: `< ltree ltree bool
<= ltree ltree bool
<> ltree ltree bool
<@ _ltree ltree bool
<@ ltree _ltree bool
<@ ltree ltree bool
= ltree ltree bool
> ltree ltree bool
>= ltree ltree bool
? _lquery _ltree bool
? _lquery ltree bool
? _ltree _lquery bool
? ltree _lquery bool
?<@ _ltree ltree ltree
?@ _ltree ltxtquery ltree
?@> _ltree ltree ltree
?~ _ltree lquery ltree
@ _ltree ltxtquery bool
@ ltree ltxtquery bool
@ ltxtquery _ltree bool
@ ltxtquery ltree bool
@> _ltree ltree bool
@> ltree _ltree bool
@> ltree ltree bool
^<@ _ltree ltree bool
^<@ ltree _ltree bool
^<@ ltree ltree bool
^? _lquery _ltree bool
^? _lquery ltree bool
^? _ltree _lquery bool
^? ltree _lquery bool
^@ _ltree ltxtquery bool
^@ ltree ltxtquery bool
^@ ltxtquery _ltree bool
^@ ltxtquery ltree bool
^@> _ltree ltree bool
^@> ltree _ltree bool
^@> ltree ltree bool
^~ _ltree lquery bool
^~ lquery _ltree bool
^~ lquery ltree bool
^~ ltree lquery bool
|| ltree ltree ltree
|| ltree text ltree
|| text ltree ltree
~ _ltree lquery bool
~ lquery _ltree bool
~ lquery ltree bool
~ ltree lquery bool`,
    functions: `_lt_q_regex(_ltree,_lquery)bool
_lt_q_rregex(_lquery,_ltree)bool
_ltq_extract_regex(_ltree,lquery)ltree
_ltq_regex(_ltree,lquery)bool
_ltq_rregex(lquery,_ltree)bool
_ltree_extract_isparent(_ltree,ltree)ltree
_ltree_extract_risparent(_ltree,ltree)ltree
_ltree_isparent(_ltree,ltree)bool
_ltree_r_isparent(ltree,_ltree)bool
_ltree_r_risparent(ltree,_ltree)bool
_ltree_risparent(_ltree,ltree)bool
_ltxtq_exec(_ltree,ltxtquery)bool
_ltxtq_extract_exec(_ltree,ltxtquery)ltree
_ltxtq_rexec(ltxtquery,_ltree)bool
index(ltree,ltree)int4
index(ltree,ltree,int4)int4
lca(_ltree)ltree
lca(ltree,ltree)ltree
lca(ltree,ltree,ltree)ltree
lca(ltree,ltree,ltree,ltree)ltree
lca(ltree,ltree,ltree,ltree,ltree)ltree
lca(ltree,ltree,ltree,ltree,ltree,ltree)ltree
lca(ltree,ltree,ltree,ltree,ltree,ltree,ltree)ltree
lca(ltree,ltree,ltree,ltree,ltree,ltree,ltree,ltree)ltree
lt_q_regex(ltree,_lquery)bool
lt_q_rregex(_lquery,ltree)bool
ltq_regex(ltree,lquery)bool
ltq_rregex(lquery,ltree)bool
ltree2text(ltree)text
ltree_addltree(ltree,ltree)ltree
ltree_addtext(ltree,text)ltree
ltree_eq(ltree,ltree)bool
ltree_ge(ltree,ltree)bool
ltree_gt(ltree,ltree)bool
ltree_isparent(ltree,ltree)bool
ltree_le(ltree,ltree)bool
ltree_lt(ltree,ltree)bool
ltree_ne(ltree,ltree)bool
ltree_risparent(ltree,ltree)bool
ltree_textadd(text,ltree)ltree
ltxtq_exec(ltree,ltxtquery)bool
ltxtq_rexec(ltxtquery,ltree)bool
nlevel(ltree)int4
subltree(ltree,int4,int4)ltree
subpath(ltree,int4)ltree
subpath(ltree,int4,int4)ltree
text2ltree(text)ltree`,
  },
  {
    extension: 'pg_trgm',
    since: 0,
    types: ``,
    casts: ``,
    operators: `% text text bool
%> text text bool
%>> text text bool
<% text text bool
<-> text text float4
<->> text text float4
<->>> text text float4
<<% text text bool
<<-> text text float4
<<<-> text text float4`,
    functions: `set_limit(float4)float4
show_limit()float4
show_trgm(text)_text
similarity(text,text)float4
similarity_dist(text,text)float4
similarity_op(text,text)bool
strict_word_similarity(text,text)float4
strict_word_similarity_commutator_op(text,text)bool
strict_word_similarity_dist_commutator_op(text,text)float4
strict_word_similarity_dist_op(text,text)float4
strict_word_similarity_op(text,text)bool
word_similarity(text,text)float4
word_similarity_commutator_op(text,text)bool
word_similarity_dist_commutator_op(text,text)float4
word_similarity_dist_op(text,text)float4
word_similarity_op(text,text)bool`,
  },
  {
    extension: 'pgcrypto',
    since: 0,
    types: ``,
    casts: ``,
    operators: ``,
    functions: `armor(bytea)text
armor(bytea,_text,_text)text
crypt(text,text)text
dearmor(text)bytea
decrypt(bytea,bytea,text)bytea
decrypt_iv(bytea,bytea,bytea,text)bytea
digest(bytea,text)bytea
digest(text,text)bytea
encrypt(bytea,bytea,text)bytea
encrypt_iv(bytea,bytea,bytea,text)bytea
gen_random_bytes(int4)bytea
gen_random_uuid()uuid
gen_salt(text)text
gen_salt(text,int4)text
hmac(bytea,bytea,text)bytea
hmac(text,text,text)bytea
pgp_armor_headers(text)setof record out key:text,value:text
pgp_key_id(bytea)text
pgp_pub_decrypt(bytea,bytea)text
pgp_pub_decrypt(bytea,bytea,text)text
pgp_pub_decrypt(bytea,bytea,text,text)text
pgp_pub_decrypt_bytea(bytea,bytea)bytea
pgp_pub_decrypt_bytea(bytea,bytea,text)bytea
pgp_pub_decrypt_bytea(bytea,bytea,text,text)bytea
pgp_pub_encrypt(text,bytea)bytea
pgp_pub_encrypt(text,bytea,text)bytea
pgp_pub_encrypt_bytea(bytea,bytea)bytea
pgp_pub_encrypt_bytea(bytea,bytea,text)bytea
pgp_sym_decrypt(bytea,text)text
pgp_sym_decrypt(bytea,text,text)text
pgp_sym_decrypt_bytea(bytea,text)bytea
pgp_sym_decrypt_bytea(bytea,text,text)bytea
pgp_sym_encrypt(text,text)bytea
pgp_sym_encrypt(text,text,text)bytea
pgp_sym_encrypt_bytea(bytea,text)bytea
pgp_sym_encrypt_bytea(bytea,text,text)bytea`,
  },
  {
    extension: 'unaccent',
    since: 0,
    types: ``,
    casts: ``,
    operators: ``,
    functions: `unaccent(regdictionary,text)text
unaccent(text)text`,
  },
  {
    extension: 'uuid-ossp',
    since: 0,
    types: ``,
    casts: ``,
    operators: ``,
    functions: `uuid_generate_v1()uuid
uuid_generate_v1mc()uuid
uuid_generate_v3(uuid,text)uuid
uuid_generate_v4()uuid
uuid_generate_v5(uuid,text)uuid
uuid_nil()uuid
uuid_ns_dns()uuid
uuid_ns_oid()uuid
uuid_ns_url()uuid
uuid_ns_x500()uuid`,
  },
  {
    extension: '',
    since: 16,
    types: ``,
    casts: `bytea int2 e f
bytea int4 e f
bytea int8 e f
int2 bytea e f
int4 bytea e f
int8 bytea e f`,
    operators: ``,
    functions: `any_value(anyelement)anyelement aggregate
array_reverse(anyarray)anyarray
array_sample(anyarray,int4)anyarray
array_shuffle(anyarray)anyarray
array_sort(anyarray)anyarray
array_sort(anyarray,bool)anyarray
array_sort(anyarray,bool,bool)anyarray
bytea(int2)bytea
bytea(int4)bytea
bytea(int8)bytea
casefold(text)text
crc32(bytea)int8
crc32c(bytea)int8
date_add(timestamptz,interval)timestamptz
date_add(timestamptz,interval,text)timestamptz
date_subtract(timestamptz,interval)timestamptz
date_subtract(timestamptz,interval,text)timestamptz
erf(float8)float8
erfc(float8)float8
gamma(float8)float8
generate_series(timestamptz,timestamptz,interval,text)setof timestamptz
gist_translate_cmptype_common(int4)int2
icu_unicode_version()text
int2(bytea)int2
int4(bytea)int4
int8(bytea)int8
json_agg_strict(anyelement)json aggregate
json_object_agg_strict(any,any)json aggregate
json_object_agg_unique(any,any)json aggregate
json_object_agg_unique_strict(any,any)json aggregate
json_strip_nulls(json,bool)json defaults 1
jsonb_agg_strict(anyelement)jsonb aggregate
jsonb_object_agg_strict(any,any)jsonb aggregate
jsonb_object_agg_unique(any,any)jsonb aggregate
jsonb_object_agg_unique_strict(any,any)jsonb aggregate
jsonb_populate_record_valid(anyelement,jsonb)bool
jsonb_strip_nulls(jsonb,bool)jsonb defaults 1
lgamma(float8)float8
max(bytea)bytea aggregate
max(record)record aggregate
min(bytea)bytea aggregate
min(record)record aggregate
random(int4,int4)int4
random(int8,int8)int8
random(numeric,numeric)numeric
random_normal(float8,float8)float8 defaults 2
reverse(bytea)bytea
system_user()text
timezone(timestamp)timestamptz
timezone(timestamptz)timestamp
timezone(timetz)timetz
to_oct(int4)text
to_oct(int8)text
to_regtypemod(text)int4
unicode_assigned(text)bool
unicode_version()text
uuid_extract_timestamp(uuid)timestamptz
uuid_extract_version(uuid)int2
uuidv4()uuid
uuidv7()uuid
uuidv7(interval)uuid
xmltext(text)xml`,
  },
];

export interface CatalogData {
  /** Name of the extension that brings them; empty for what is built in. */
  readonly extension: string;
  /** First major version that is taken to have them; 0 for all. */
  readonly since: number;
  readonly types: string;
  readonly casts: string;
  readonly operators: string;
  readonly functions: string;
}
