package match

const frenchGroups = `
9 UE Union_européenne
9 ONU Nations_unies
9 OTAN Alliance_atlantique
9 OTSC Organisation_du_traité_de_sécurité_collective
9 CPI Cour_pénale_internationale
9 PIB produit_intérieur_brut
9 pour_cent %
6 États-Unis Washington Amérique américain
6 Moscou Kremlin Russie russe
6 Kiev Ukraine ukrainien
9 Kiev Kyiv
6 Erevan Arménie arménien
6 Bakou Azerbaïdjan azerbaïdjanais
6 Paris France français Élysée
7 ambassadeur représentant envoyé émissaire diplomate
7 quitter retirer retrait sortir sortie départ
6 rappeler rappel
7 exercice manœuvre entraînement
7 soldat troupe militaire armée force
6 arme armement matériel
7 attaque offensive frappe invasion incursion
6 guerre conflit
7 alliance bloc organisation union
6 traité accord pacte statut
6 interdire interdiction
6 loi législation
6 arrêter arrestation détenir
6 parlement Assemblée député
6 élection vote scrutin
6 visite déplacement rendre
7 aide assistance soutien
6 dépendre dépendance compter
6 hausse augmentation augmenter croître
6 baisse diminution baisser réduire
6 frontière limite
6 épouse femme conjointe
6 énergie gaz électricité pétrole
6 mort décès mourir décéder
6 hôpital clinique
6 vaccin vaccination
6 prix coût
6 salaire revenu
6 habitant résident citoyen population
6 référendum consultation
6 maire mairie municipalité
6 juge tribunal justice procès
6 amende sanction
6 enquête enquêter
6 pollué pollution contaminé
6 entreprise société compagnie exploitant
6 fermer fermeture
6 construire construction chantier
6 réparer réparation travaux
6 acheter achat
6 vendre vente
6 médecin docteur
6 enfant mineur
6 école élève
6 voiture automobile véhicule
6 maison logement
6 argent fonds
6 emploi travail poste
6 licencier licenciement renvoyer
6 mensonge faux désinformation
6 manifestation protester protestation
6 réfugié migrant
6 corruption pot-de-vin
6 danger risque dangereux
6 poisson pêche pêcheur
`

const germanGroups = `
9 EU Europäische_Union
9 UN UNO Vereinte_Nationen
9 USA Vereinigte_Staaten Amerika amerikanisch
9 NATO Nordatlantikpakt
9 BIP Bruttoinlandsprodukt
9 Prozent %
6 USA Washington
6 Moskau Kreml Russland russisch
6 Kiew Ukraine ukrainisch
9 Kiew Kyjiw
6 Eriwan Armenien armenisch
6 Baku Aserbaidschan aserbaidschanisch
6 Berlin Deutschland deutsch Bundesregierung
7 Botschafter Vertreter Gesandter Diplomat
7 verlassen austreten Austritt Rückzug aussteigen
6 abberufen zurückrufen Abberufung abziehen
7 Übung Manöver Training
7 Soldat Truppe Streitkräfte Armee Militär
6 Waffe Rüstung Gerät
7 Angriff Offensive Überfall Einmarsch Invasion
6 Krieg Konflikt
7 Bündnis Allianz Organisation Union
6 Vertrag Abkommen Pakt Statut
6 verbieten Verbot
6 Gesetz Gesetzentwurf
6 verhaften festnehmen Haftbefehl Festnahme
6 Parlament Bundestag Abgeordneter
6 Wahl Abstimmung
6 Besuch Reise besuchen
7 Hilfe Unterstützung helfen
6 abhängen abhängig Abhängigkeit verlassen
6 steigen Anstieg erhöhen wachsen Zunahme
6 sinken Rückgang senken fallen Abnahme
6 Ehefrau Frau Gattin
6 Energie Gas Strom Öl
6 sterben Tod Tote
6 Krankenhaus Klinik
6 Impfstoff Impfung impfen
6 Preis Kosten
6 Lohn Gehalt Einkommen
6 Bürger Einwohner Bewohner Bevölkerung
6 Volksabstimmung Referendum
6 Bürgermeister Rathaus
6 Gericht Richter Klage Prozess
6 Strafe Bußgeld
6 Ermittlung ermitteln untersuchen Untersuchung
6 Firma Unternehmen Betrieb
6 schließen Schließung abschalten stilllegen
6 bauen Bau errichten
6 kaufen Kauf
6 verkaufen Verkauf
6 Arzt Mediziner
6 Kind Minderjährige
6 Schule Schüler
6 Auto Fahrzeug Wagen
6 Haus Wohnung Haushalt
6 Familie Haushalt
6 Geld Mittel
6 Arbeit Stelle Arbeitsplatz Beschäftigung
6 Mitarbeiter Beschäftigte Angestellte
6 entlassen kündigen Entlassung
6 Lüge falsch Desinformation
6 Protest Demonstration
6 Grenze Grenzgebiet
6 Flüchtling Migrant Asyl
6 beschließen Beschluss abstimmen
6 versorgen liefern
`

const spanishGroups = `
9 UE Unión_Europea
9 ONU Naciones_Unidas
9 OTAN Alianza_Atlántica
9 OTSC Organización_del_Tratado_de_Seguridad_Colectiva
9 CPI Corte_Penal_Internacional
9 PIB producto_interior_bruto
9 por_ciento %
9 EEUU Estados_Unidos
6 EEUU Washington América estadounidense
6 Moscú Kremlin Rusia ruso
6 Kiev Ucrania ucraniano
6 Ereván Armenia armenio
6 Bakú Azerbaiyán azerbaiyano
7 embajador representante enviado emisario diplomático
7 abandonar salir retirar retirada salida dejar
6 retirar llamar
7 ejercicio maniobra entrenamiento
7 soldado tropa militar ejército fuerza
6 arma armamento
7 ataque ofensiva invasión incursión
6 guerra conflicto
7 alianza bloque organización unión
6 tratado acuerdo pacto estatuto
6 prohibir prohibición
6 ley legislación
6 detener arrestar arresto detención
6 parlamento Congreso diputado
6 elección votación voto
6 visita viaje visitar
7 ayuda asistencia apoyo
6 depender dependencia
6 aumento subida subir aumentar crecer
6 descenso caída bajar reducir
6 esposa mujer
6 energía gas electricidad petróleo
6 muerte morir fallecer
6 hospital clínica
6 vacuna vacunación
6 precio coste
6 salario sueldo
6 vecino habitante ciudadano residente población
6 referéndum consulta plebiscito votación
6 alcalde ayuntamiento municipal
6 juez tribunal juicio
6 multa sanción
6 investigación investigar
6 contaminar contaminación contaminado
6 empresa compañía sociedad
6 cerrar cierre clausura
6 construir construcción obra
6 comprar compra adquirir
6 vender venta
6 médico doctor
6 niño menor infantil
6 escuela colegio alumno
6 coche automóvil vehículo
6 casa vivienda hogar
6 dinero fondo
6 empleo trabajo puesto
6 despedir despido
6 guerra combate
6 mentira falso desinformación
6 protesta manifestación
6 frontera límite
6 refugiado migrante
6 corrupción soborno
`
