package match

// englishGroups are the words of politics, war and money.
const englishGroups = `
9 US USA U.S. United_States America American
5 US America Washington White_House Pentagon State_Department
9 UK United_Kingdom Britain British
5 Britain London Downing_Street England
9 EU European_Union
6 EU Brussels Europe European European_Commission
9 UN United_Nations
9 NATO North_Atlantic_Treaty_Organization North_Atlantic_alliance
9 CSTO Collective_Security_Treaty_Organization Collective_Security_Treaty_Organisation ODKB
9 CIS Commonwealth_of_Independent_States
9 EAEU Eurasian_Economic_Union EEU
9 ICC International_Criminal_Court
4 ICC Hague
9 ICJ International_Court_of_Justice
9 IMF International_Monetary_Fund
9 WHO World_Health_Organization World_Health_Organisation
9 WTO World_Trade_Organization
9 ECHR European_Court_of_Human_Rights
9 OSCE Organization_for_Security_and_Co-operation_in_Europe
9 UAE Emirates United_Arab_Emirates
9 GDP gross_domestic_product
9 PM prime_minister premier
9 MP lawmaker deputy legislator parliamentarian congressman
9 percent per_cent % percentage
9 dollar $ USD
9 euro €
9 pound £
9 COVID coronavirus COVID-19
7 Moscow Kremlin Russia Russian
4 Putin Kremlin
7 Kyiv Ukraine Ukrainian
9 Kyiv Kiev
7 Yerevan Armenia Armenian
7 Baku Azerbaijan Azerbaijani
5 Azerbaijani Azeri
7 Tbilisi Georgia
7 Ankara Turkey Turkish Türkiye
9 Turkey Türkiye
7 Tehran Iran Iranian
7 Beijing China Chinese
7 Paris France French
7 Berlin Germany German
7 Warsaw Poland Polish
7 Minsk Belarus Belarusian
7 Jerusalem Israel Israeli
7 Tokyo Japan Japanese
7 Delhi India Indian
7 Budapest Hungary Hungarian
7 Rome Italy Italian
7 Madrid Spain Spanish
6 Hague Netherlands Dutch Holland
9 Netherlands Holland
7 Athens Greece Greek
7 Cairo Egypt
7 Damascus Syria
7 Stockholm Sweden Swedish
7 Oslo Norway Norwegian
7 Copenhagen Denmark Danish
6 Brussels Belgium
7 Ottawa Canada
8 Karabakh Artsakh
5 West Western
4 West Europe US
8 Zelensky Zelenskyy Zelenskiy
7 Zelenska Zelenskaya
7 envoy ambassador representative delegate emissary diplomat
5 envoy diplomatic mission
5 mission embassy
6 ambassador embassy
7 quit leave withdraw exit pull_out withdrawal abandon departure step_out walk_out
5 quit resign step_down stand_down resignation
5 withdraw pull revoke rescind
6 recall withdraw call_back summon_home
5 recall withdrawal remove
6 summon call_in
5 freeze suspend halt pause
6 freeze frozen
6 suspend suspension pause
6 join accede accession enter member membership
7 drill exercise manoeuvre maneuver training
5 drill train
7 troop soldier force serviceman servicemen military army
6 military armed_forces army
5 military defence defense
9 defence defense
5 army navy
7 weapon arm arms weaponry armament ammunition
6 weapon equipment hardware missile munition
5 tank armour hardware
6 missile rocket
6 drone UAV unmanned
6 bomb shell shelling bombing bombard strike
7 attack assault offensive strike raid
6 attack incursion invasion invade aggression
7 incursion invasion invade
6 invade occupy occupation seize
6 war conflict fighting hostility
5 war battle combat
6 conflict clash
6 escalate escalation flare_up intensify
6 build mass amass build-up concentrate accumulate gather
5 buildup build concentration
5 deploy movement send station
6 peace ceasefire truce armistice
5 peacekeeper peacekeeping
6 border frontier boundary
6 territory soil land
7 bloc alliance pact
6 bloc organization organisation union coalition
9 organization organisation
6 alliance partnership coalition
6 ally partner friend
7 ally alliance allied
6 treaty pact agreement accord convention statute
5 agreement deal contract
6 ban forbid prohibit outlaw bar
5 ban restrict restriction
6 allow permit authorise authorize let
6 law legislation bill act statute
5 law legal
7 court tribunal
5 court judge judicial
6 judge justice
6 verdict ruling judgment judgement sentence
5 rule decide ruling
6 arrest detain detention custody
5 arrest jail imprison prison
6 jail prison imprison
5 extradite extradition hand_over surrender deliver
7 extradite arrest
6 warrant indictment
6 indict charge accuse prosecute
5 accuse blame allege
6 prosecute trial try
6 crime offence offense
5 genocide atrocity
6 ratify ratification approve adopt sign
5 approve endorse back support
6 parliament legislature National_Assembly congress Duma
6 parliament MP
5 congress senate
6 minister secretary
7 president head_of_state
5 president leader
6 leader head chief
5 prime_minister head_of_government leader
5 government authority cabinet administration
6 spokesman spokeswoman spokesperson
7 spouse wife husband
5 first_lady wife spouse
6 election vote poll ballot
6 voter electorate
6 referendum plebiscite
6 party opposition
6 visit trip travel go tour
5 visit arrive attend
6 attend participate take_part
6 summit meeting conference gathering forum
6 meet meeting talk
6 talk negotiation negotiate dialogue
5 interview tell talk newspaper press outlet media
6 media press newspaper journalist
6 journalist reporter
5 headline title article
8 help aid assistance assist support relief
6 humanitarian relief
5 send dispatch deliver ship provide supply
6 deliver bring hand_over carry
6 supply provide delivery
6 rely depend dependent reliance count_on trust lean_on
7 dependence dependency reliance depend
6 protect defend safeguard shield guard
5 defend security
6 security safety safe
6 duty obligation commitment obliged bound responsibility
6 must obligation require
6 require oblige force compel
6 promise commitment pledge vow
6 fail unable inability refuse
6 refuse decline reject turn_down deny
6 deny reject dismiss refute
6 fulfil uphold honour honor keep
6 protest anger angry outrage backlash object
6 protest demonstration rally demonstrator
6 backlash retaliation retaliate reaction response anger
6 response respond react
6 provoke provocation trigger
6 threat threaten menace
6 risk danger dangerous precarious
6 warn warning caution
6 lie false disinformation misinformation fake propaganda
6 disinformation propaganda misinformation
6 pretend pretext excuse
6 turn shift pivot change realign reorientation
6 turn orientation direction course
5 shift drift distance move_away
6 distance drift break away
6 change alter transform
6 diversify broaden widen expand spread
6 friend friendly
6 enemy foe adversary hostile
6 cooperation collaborate collaboration co-operation
5 cooperation partnership relation
6 relation relationship tie link
5 foreign external
6 deter deterrence dissuade discourage
6 prevent avert stop avoid
6 stop halt end cease
6 start begin launch
5 start initiate
6 plan intend intention aim seek
6 purpose aim goal reason
6 reason cause motive motivate driven
6 appoint name nominate replace replacement assign
7 reassign transfer move appoint
6 successor replacement follow_up new_representative
6 dismiss fire sack remove oust
6 term tenure mandate
6 vacant empty
6 finish expire end complete
6 crisis emergency
6 economy economic
6 trade commerce export
6 export ship
6 company firm business corporation enterprise
6 money fund cash financing
6 pay payment spend
6 cost price expense
6 tax levy duty
6 tariff customs duty
6 budget spending expenditure
6 debt loan borrow
6 job employment work
6 unemployed jobless unemployment
6 wage salary pay income
6 poor poverty
6 rich wealthy
6 inflation prices
6 bank lender
6 energy power electricity gas oil fuel
6 energy nuclear
5 oil petroleum crude
6 sanction embargo penalty
6 rise increase grow climb jump surge higher
6 growth increase rise
6 fall decrease decline drop shrink lower reduce cut
6 reduce cut lower
6 double twice twofold
7 half 50 50%
6 majority most
6 doctor physician medic
6 hospital clinic
6 vaccine vaccination jab shot inoculation vaccinate
6 disease illness sickness
6 die death dead kill killed fatality
6 kill murder
6 injure wound hurt casualty
5 casualty victim dead
6 child kid minor
6 school education pupil
6 student pupil
6 teacher school
6 university college
6 immigrant migrant immigration migration
6 refugee asylum displaced
6 flee escape evacuate
6 citizen national resident
6 population inhabitant resident
6 town city municipality
6 village settlement
6 house home housing
6 flat apartment
6 car vehicle automobile
6 plane aircraft jet aeroplane airplane
6 ship vessel boat ferry
6 train railway rail
6 road highway motorway
6 bridge crossing
6 airport airfield
6 harbour harbor port
6 police officer
6 climate warming
6 emission carbon co2
6 flood flooding
6 fire blaze
6 pollution contaminate contamination
6 build construct construction erect
6 destroy demolish ruin
6 open inaugurate
6 close shut closure
6 buy purchase acquire
6 sell sale
6 steal theft embezzle
6 bribe corruption corrupt
6 fraud cheat rig
6 study research survey
6 expert scientist researcher specialist
6 photo picture image photograph
6 video footage clip
6 church religious religion
6 woman female
6 man male
6 old elderly aged
6 young youth
6 fast quick rapid
6 secret classified covert
6 illegal unlawful
6 unconstitutional constitution constitutional
6 independent sovereign sovereignty independence
6 autonomy autonomous
6 democracy democratic
6 free freedom liberty
6 right rights
6 equal equality
6 anti-Russian against_Russia hostile_to_Russia unfriendly
5 neutral neutrality non-involvement uninvolved
6 side camp
6 boundary limit red_line
6 provoke anger test
`
