// What each figure says, in the project's own words.

/// What each figure says, in the project's own words. No sentence of a source is copied.
enum FigureText {
  /// The descriptions by the figure's id.
  static let descriptions = [
    "F01": "State and local officers certified under 287(g) agreements",
    "F02": "Law enforcement agencies with a 287(g) agreement",
    "F03": "States in which an agency has a 287(g) agreement",
    "F04": "Arrests by ICE in the interior in fiscal year 2018",
    "F05": "Of the interior arrests, those of people with a criminal conviction",
    "F06": "Of the interior arrests, those of people with criminal charges pending",
    "F07": "Removals by ICE in fiscal year 2011 up to 19 August",
    "F08": "Of these removals, those of people with a criminal conviction",
    "F09": "Of the removals with a conviction, those for homicide",
    "F10": "Of the removals with a conviction, those for a sex offence",
    "F11": "Of the removals with a conviction, those for a serious drug offence in ICE's terms",
    "F12": "Removals of people identified through Secure Communities",
    "F13": "Of the removals through Secure Communities, those with convictions of level 1",
    "F14": "Removals of people with a conviction through the Criminal Alien Program",
    "F15": "Removals through 287(g) agreements",
    "F16": "Guns seized by Border Enforcement Security Task Forces, as the release reports them",
    "F17": "Cash seized by Border Enforcement Security Task Forces, as the release reports it",
    "F18": "Drugs stopped by Border Enforcement Security Task Forces, as the release reports them",
    "F19": "Arrests in Operation Predator",
    "F20": "Arrests of people counted as gang members or associates in Community Shield",
    "F21": "Law enforcement leaders at the round table",
    "F22": "Hours that ICE has to take over a person held by a warrant service officer",
    "F23": "Hours that ICE has to take over a person held by a warrant service officer, unless the "
      + "jail has a detention agreement",
    "F24": "Counties examined",
    "F25": "Counties with a 287(g) agreement",
    "F26": "Counties with a contract to detain for ICE",
    "F27": "Counties counted as holding people on detainers",
    "F28": "Counties counted as not holding people on detainers",
    "F29": "Counties counted as telling ICE of releases",
    "F30": "Counties with a policy against telling ICE of releases",
    "F31": "Counties without a limit on ICE in the jail",
    "F32": "Counties with some limit on ICE in the jail",
    "F33": "Counties whose officers may ask about immigration status",
    "F34": "Counties that bar asking about immigration status",
    "F35": "Counties that let local resources be used to assist",
    "F36": "Counties that bar the use of local resources to assist",
    "F37": "Budget of Homeland Security above that of all other federal law enforcement agencies",
  ]

  /// The queries that recompute a figure, by its id. F22 and F23 have none: the hours in
  /// `programs` were compiled from the same documents, so nothing independent bears on them.
  static let queries = [
    "F21": "count departments",
    "F24": "count counties as of 2016",
    "F25": "count counties as of 2016 where agreement_287g",
    "F26": "count counties as of 2016 where detention_contract",
    "F27": "count counties as of 2016 where detainers",
    "F28": "count counties as of 2016 where not detainers",
    "F29": "count counties as of 2016 where notify",
    "F30": "count counties as of 2016 where not notify",
    "F31": "count counties as of 2016 where not access_limited",
    "F32": "count counties as of 2016 where access_limited",
    "F33": "count counties as of 2016 where inquiry",
    "F34": "count counties as of 2016 where not inquiry",
    "F35": "count counties as of 2016 where resources",
    "F36": "count counties as of 2016 where not resources",
  ]

  /// Notes that named a raw file, reworded.
  static let notes = [
    "F04": "a later compilation of Homeland Security's data gives 158,581 for fiscal year 2018"
  ]
}
