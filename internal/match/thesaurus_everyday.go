package match

// everydayGroups are the words of town halls, courts, hospitals and the street.
const everydayGroups = `
9 kilometre kilometer km
9 kilogram kilogramme kg
9 metre meter
9 centre center
9 labour labor
9 programme program
9 neighbour neighbor
9 maths mathematics
5 mile kilometre
7 birth born baby delivery newborn
6 birth pregnant pregnancy maternity midwife obstetric
6 newborn infant baby
6 decade ten_years
6 century hundred_years
6 annual year yearly
6 daily every_day each_day
6 monthly each_month every_month
6 weekly each_week every_week
6 fortnight two_weeks
7 sack fire dismiss lay_off make_redundant lose_job lose_their_job lose_her_job lose_his_job job_loss redundancy
6 hire recruit employ
6 citizen resident inhabitant people public
6 reverse overturn annul cancel revoke scrap repeal
6 cancel call_off scrap
6 postpone delay put_off
6 delay hold_up late
6 petition signature sign
6 decide decision vote resolve
6 vote favour poll
5 council councillor municipal town_hall
6 mayor city_hall town_hall
6 sue complaint lawsuit litigation court
6 lawyer attorney solicitor
6 trial hearing court
6 convict conviction guilty
6 acquit acquittal innocent
6 suspect accused defendant
6 investigate investigation probe inquiry
6 find discover detect
6 report document paper
6 research study scientific
6 estimate calculate forecast projection
6 figure number statistic data
6 save saving economise
6 waste squander
6 expensive costly
6 cheap affordable inexpensive
6 free free_of_charge gratis
6 donate donation gift
6 fine penalty
6 subsidy grant
6 invest investment
6 profit earnings
6 revenue income turnover
6 loss deficit shortfall
6 surplus excess
6 shortage lack scarcity
6 owner own belong proprietor
6 rent lease tenant
6 landlord owner
6 customer client consumer
6 shop store supermarket retailer
6 goods product merchandise
6 factory plant
6 plant power_station
6 farm agriculture farmer agricultural
6 crop harvest
6 food meal
6 meal lunch dinner
6 hunger famine starve starvation
6 water drinking
6 river stream
6 drought dry
6 storm hurricane cyclone typhoon
6 earthquake quake tremor
6 rain rainfall
6 heat hot temperature
6 cold freeze
6 tree forest wood
6 animal wildlife
6 fish fishing fishery
6 dog puppy
6 renewable wind solar
6 wind turbine
6 coal mine
6 electric electricity
6 blackout outage power_cut
6 illness ill sick
6 patient sick
6 nurse nursing
6 drug medicine medication
6 treatment therapy
6 cancer tumour tumor
6 heart cardiac
6 virus infection infect
6 pandemic epidemic outbreak
6 mask face_covering
6 lockdown quarantine
6 overcrowded overcrowding full crowded
6 ambulance emergency paramedic
6 fireman firefighter
6 rescue save
6 accident crash collision
6 crash collide
6 drunk alcohol
6 smoke cigarette tobacco
6 murder homicide
6 theft stolen robbery rob burglary
6 rape sexual_assault
6 abuse mistreat
6 torture ill-treatment
6 shoot shooting gunman
6 gun firearm
6 knife stab
6 terrorist terrorism
6 hostage kidnap abduct abduction
6 spy espionage
6 hack hacker cyberattack
6 leak disclose reveal
6 hide conceal cover_up
6 reveal uncover expose
6 admit acknowledge concede confess
6 claim allege assert
6 promise vow pledge campaign_promise
6 break violate breach
6 violate violation infringe
6 obey comply
6 apologise apologize apology
6 insult offend
6 praise welcome
6 criticise criticize criticism condemn slam
6 support back favour endorse
6 oppose against opponent opposed
6 opponent critic
6 agree consent
6 disagree dispute
6 persuade convince
6 ask request demand
6 demand insist
6 answer reply
6 question query
6 invite invitation
6 accept receive
6 refuse rebuff
6 choose select pick
6 win victory
6 lose defeat
6 compete competitor rival
6 beat defeat
6 match game
6 athlete player sportsman
6 coach trainer
6 film movie
6 song music
6 artist painter
6 writer author
6 book novel
6 internet online web
6 site website
6 phone telephone mobile
6 computer laptop
6 software app
6 artificial_intelligence AI
6 satellite space
6 army_service conscription draft mobilisation mobilization
6 veteran ex-soldier
6 general commander
6 navy fleet
6 air_force jet
6 nuclear atomic
6 chemical poison
6 base garrison
6 occupied annexed
6 annex annexation
6 separatist breakaway
6 rebel insurgent
6 coup putsch
6 regime dictatorship
6 dictator autocrat
6 monarch king queen
6 royal palace
6 tribe clan
6 minority ethnic
6 Jew Jewish
6 Muslim Islamic
6 Christian church
6 priest clergy
6 marriage marry wedding
6 divorce separate
6 gay homosexual
6 abort abortion
6 retire retirement pension
6 pensioner retiree
6 strike walkout
6 union labour
6 boss manager director
6 director head
6 employee worker staff
6 staff personnel
6 engineer technician
6 scientist academic
6 professor lecturer
6 graduate degree
6 exam test
6 classroom class
6 kindergarten nursery
6 daycare childcare
6 tourist visitor
6 holiday vacation
6 second_home holiday_home
6 hotel resort
6 passenger traveller
6 drive travel
6 travel journey trip
6 traffic congestion
6 parking car_park
6 bus coach
6 bicycle bike cyclist
6 subway metro underground
6 station terminal
6 fly flight
6 pilot captain
6 boat ferry
6 tunnel underpass
6 repair renovate renovation refurbish restore fix
6 roof ceiling
6 tower skyscraper
6 wall fence
6 garbage rubbish waste trash
6 contaminated polluted toxic
6 safe harmless
6 dangerous hazardous harmful
6 harm damage hurt
6 damage destroy
6 improve improvement better
6 worsen deteriorate worse
6 success successful succeed
6 failure fail
6 error mistake
6 problem difficulty trouble
6 solve solution
6 rule regulation
6 standard norm
6 limit cap
6 minimum least
6 maximum most
6 average mean
6 exceed surpass
6 share portion proportion
6 third one_third
6 quarter fourth one_quarter
6 all entire whole
6 always permanently
6 temporary interim
6 permanent lasting
6 immediately at_once
6 soon shortly
6 sudden abrupt
6 former ex
6 foreigner alien
6 abroad overseas
6 capital metropolis
6 province region
6 district county
6 island isle
6 sea ocean
6 coast shore
6 mountain peak
6 map chart
6 flag banner
6 language tongue
6 history historical
6 ancient old
6 museum gallery
6 monument memorial statue
6 grave cemetery
6 funeral burial
6 anniversary jubilee
6 ceremony celebration
6 prize award
`
