"""Word lists of the rules, folded (lower case, no accents). Data: a line more needs no code.

They keep false alarms down: an acronym isn't shouting, "Lincoln Park" is a place, "Will" is also a verb.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ACRONYMS = _words(
    "pta pto ptsa sga nhs njhs stem steam stream iep iready map psat sat act ap ib avid ell esl esol elp gate rotc jrotc "
    "nasa usa us uk dc md tx nyc la id pe va tv ok fyi rsvp asap faq qr pdf url diy ceo cfo coo gpa fafsa cte ccps bcps "
    "sisd eisd yisd utep umbc umd jhu mica hbcu vip mvp ncaa nba nfl mlb wnba nhl ymca ywca naacp ada asl cpr aed cdc "
    "covid flu hvac led lgbtq bipoc sel pbis mtss plc pd am pm est edt cst cdt mst mdt pst pdt i ii iii iv v vi vii viii "
    "ix x xi xii jv cst dj mc bbq ufo dna rna led gt tag fbla deca ffa hosa naf ged k pk prek tk ece abc abcs er"
)
"""Written in capitals without shouting. A school's own account and school names are added at run time."""

PLACE_WORDS = _words(
    "elementary middle high school schools academy college university park street st avenue ave road rd drive dr lane "
    "boulevard blvd way court place plaza square library stadium field fields gym gymnasium arena center centre hall "
    "auditorium theater theatre museum hospital clinic building campus bridge river creek lake island mountain county "
    "city township memorial foundation scholarship award prize trophy cup day week month house church garden gardens "
    "pool beach trail station airport hotel restaurant store market mall bakery company inc llc corp isd institute "
    "primaria secundaria escuela parque calle avenida biblioteca estadio"
)
"""After a name they make it a place, a prize or a firm: "Lincoln Elementary", "Rosa Parks Scholarship"."""

TITLES = _words(
    "mr mrs ms miss mx dr prof professor principal coach officer superintendent teacher nurse counselor librarian "
    "director chief mayor governor senator president judge sgt sergeant captain pastor rev author artist illustrator "
    "chef sr sra srta dra maestro maestra profesor profesora director directora entrenador entrenadora"
)
"""Before a name they say that this is an adult."""

ORDINARY = _words(
    "a al an and art april august autumn bell berry bill bishop black blue bond brook brown bud burns bush carter chance "
    "chase christian church clay cook crystal day dean dawn drew early faith field fields fisher flowers ford forest "
    "frank frost gene glory gold grace grant gray green hall harmony hill holiday holly honor hope house hunt hunter iris "
    "ivy jack jade jay jewel joy judge june justice king knight lake land lane lily long love march marina mark martin "
    "mason may mercy miles mill moon north noble olive page park parker parks paris pat penny pearl piper pleasant poole power powers "
    "pope porter price prince rain ray reed reading rich river rivers robin rock rose ruby rush sage sandy savannah short "
    "shepherd sky snow spring starr star stone storm street sue summer sunny swan sweet temple terry trinity true van "
    "victor violet walker ward waters way wells west white will willow winter wolf wood woods work worth wright young "
    "angel cruz esperanza flor flores luz mar milagros paz reyes rios rosa sol luna estrella"
)
"""Names that are ordinary words too: in lower case they count only beside one that isn't."""

SCHOOL_WORDS = _words(
    "art band board book brunch calendar camp career choir clinic club college committee community concert conference council dance "
    "day drive election elections event expo fair family fest festival field food fun game games government graduation "
    "handbook health history holiday international leadership learning library life math meeting music national night "
    "news office orchestra of parent parents performance picture portal principal program project reading recital registration "
    "report resource science senate senior service services show social spirit spring fall winter summer sports staff "
    "student students success support survey talent team theater trip union week wellness world writing year "
    "ambassador ambassadors athlete athletes of the month body center showcase achievement handbook section teacher "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december"
)
"""Capitalised after "student" they are the name of a thing: "Student Council", "Student Art Show"."""

PROPER = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
    "november december halloween thanksgiving christmas easter hanukkah america american baltimore maryland texas"
)
"""Keep their capital when shouted words are written small again."""

GIVEN_NAMES = _words(
    "aaliyah aaron abigail adam adrian aidan aiden alan alana alejandra alejandro alex alexa alexander alexandra alexis "
    "alice alicia alina allison alyssa amanda amara amber amelia amir amy ana andre andrea andres andrew angela angelica "
    "angelina anna anthony antonio ariana ariel arjun arthur ashley aubrey audrey austin ava bella ben benjamin bianca "
    "brandon brayden breanna brenda brian brianna brooke bryan caleb camila carlos carmen caroline cesar charles charlotte "
    "chloe chris christina christopher claire connor cristian daisy daniel daniela danielle darius david deandre deja "
    "delilah derek destiny devin diana diego dominic dylan edgar eduardo edward elena eli elias elijah elizabeth ella "
    "ellie emilia emiliano emily emma emmanuel enrique eric erica erick esmeralda esteban ethan eva evan evelyn ezekiel "
    "fatima felipe fernanda fernando francisco gabriel gabriela gael genesis george gerardo gianna giselle gloria "
    "gonzalo grace guadalupe guillermo hailey hannah harper hassan hector henry hugo ian ibrahim imani isaac isabel "
    "isabella isaiah ismael ivan jacob jada jaden jaime jalen james jamal jane jasmine jason javier jayden jaylen jeremiah "
    "jeremy jesse jessica jesus jimena joanna joel john jonathan jordan jorge jose joseph joshua josiah juan juana julia "
    "julian juliana julio justin karen karina katherine kayla keisha kelly kennedy kevin kiara kimberly kobe kyle laila laura "
    "lauren layla leah leo leonardo leslie liam liliana lily linda logan lorenzo lucas lucia luis luke luz mackenzie madison "
    "malik manuel marco marcos marcus maria mariah mariana mario marisol martha mateo matias matthew maya megan melanie "
    "melissa mia michael michelle miguel mohamed molly monica muhammad naomi natalia natalie nathan nayeli nevaeh nia "
    "nicholas nicole nina noah noelle nora olivia omar oscar owen pablo pamela paola patricia patrick paul paula pedro "
    "peter quinn rachel rafael ramon raquel raul rebecca ricardo richard robert roberto rodrigo rosa roxana ruben ruth "
    "ryan sabrina salma samantha samuel santiago sara sarah sasha savannah scarlett sean sebastian selena sergio shania "
    "shaniqua simon sofia sonia sophia sophie stella stephanie steven susana sydney tamara tariq tatiana taylor teresa "
    "thomas tiana tiffany tomas tyler tyrone valentina valeria vanessa veronica victor victoria vincent violeta "
    "viviana walter wendy william xavier ximena yadira yahir yasmin yesenia yolanda zachary zara zoe zoey"
)
"""Common given names of US schools. Used only beside a word such as "student", never on their own."""

NICKNAMES = (
    "alejandro alex ale", "alexander alex xander", "alexandra alex lexi sandra", "andrew andy drew", "anthony tony",
    "antonio tony tono", "benjamin ben benny", "carlos charlie carlitos", "charles charlie chuck", "christopher chris topher",
    "cristian cris", "daniel dan danny dani", "david dave davy", "edward ed eddie", "eduardo eddie lalo",
    "elizabeth liz beth lizzie betty eliza", "emmanuel manny", "enrique quique kike", "ernesto neto", "fernando fer nando",
    "francisco paco pancho frank cisco", "gabriel gabe", "gabriela gaby gabi", "gregory greg", "guadalupe lupe lupita",
    "guillermo memo", "ignacio nacho", "isabel isa chabela", "isabella bella izzy isa", "jacob jake", "james jim jimmy jamie",
    "jennifer jen jenny", "jesus chuy", "jonathan jon", "jose pepe joe", "joseph joe joey", "joshua josh", "juan juanito",
    "katherine kate katie kathy kat", "leonardo leo", "luis lucho", "madison maddie", "manuel manny manolo", "margaret maggie meg peggy",
    "maria mari", "matthew matt matty", "michael mike mikey", "miguel mike", "mohamed mo", "nathaniel nate nathan",
    "nicholas nick nicky", "olivia liv livvy", "patricia pat patty trish", "rafael rafa", "rebecca becky becca", "ricardo rick ricky",
    "richard rick ricky rich dick", "robert rob bob bobby robbie", "roberto beto rob", "samantha sam sammy", "samuel sam sammy",
    "santiago santi", "sebastian seb sebas", "sofia sofi", "stephanie steph", "steven steve", "theodore theo teddy ted",
    "thomas tom tommy", "timothy tim timmy", "valentina vale", "victoria vicky tori", "vincent vince vinny",
    "william will bill billy liam", "zachary zach zack",
)  # fmt: skip
"""A formal given name, then what people call its bearer."""
