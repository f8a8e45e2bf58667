"""The titles that schools' systems and people put above their columns, folded, with bars between them."""

from collections.abc import Mapping

from smadmin.domain.enrolling.meanings import Meaning

TITLES: Mapping[Meaning, str] = {
    Meaning.NUMBER: (
        "student number|student id|student no|studentid|pupil number|pupil id|local id"
        "|local student id|other id|perm id|permid|perm number|permanent id|permnum|id number"
        "|id|number|sis id|stu id|stu number|numero de estudiante|numero de alumno"
        "|numero estudiantil|matricula|id de estudiante|numero|expediente"
    ),
    Meaning.FIRST_NAME: (
        "first name|first|given name|forename|stu first name|student first name"
        "|legal first name|stu fn|nombre|nombres|primer nombre|nombre de pila"
    ),
    Meaning.LAST_NAME: (
        "last name|last|surname|family name|stu last name|student last name|legal last name"
        "|stu ln|apellido|apellidos|primer apellido"
    ),
    Meaning.WHOLE_NAME: (
        "name|student|student name|full name|pupil|pupil name|last first|lastfirst"
        "|last name first name|child|child name|nombre completo|alumno|alumna|estudiante"
        "|apellidos y nombre|nombre y apellidos"
    ),
    Meaning.GROUPS: (
        "class|classes|homeroom|home room|hr|homeroom teacher|homeroomteacher|section|room"
        "|teacher|teacher name|advisory|club|clubs|team|teams|activities|group|groups|clase"
        "|clases|salon|salon hogar|aula|grupo|grupos|maestro|maestra|maestro titular|clubes"
        "|actividades|equipo|equipos"
    ),
    Meaning.GRADE: "grade|grade level|gr|stu gr|current grade|year level|grado|grado escolar|curso",
    Meaning.OPTED_OUT: (
        "opted out|opt out|optout|opt outs|directory information opt out|directory opt out"
        "|directory info opt out|ferpa opt out|ferpa block|ferpa directory block"
        "|no directory information|withhold directory|withhold directory information|said no to"
        "|no consent|do not publish|no publicar|exclusion|exclusion de informacion de directorio"
        "|sin consentimiento|no autoriza|no autorizado|dijo que no a"
    ),
    Meaning.NO_NAMES: "no name|no names|name opt out|no publish name|sin nombre|no nombre|no publicar nombre",
    Meaning.NO_PHOTOS: (
        "no photo|no photos|no picture|no pictures|photo opt out|photos opt out"
        "|photo exclusion|do not photograph|no photography|no fotos|sin fotos|sin foto"
        "|no fotografiar|exclusion de fotos|no publicar fotos"
    ),
    Meaning.NO_CREATIVE_WORK: "no creative work|no student work|no work|creative work opt out|sin trabajos",
    Meaning.NO_MEDIA: "no press|no interviews|press opt out|sin prensa|no prensa|sin entrevistas",
    # Most schools' "media" form is about pictures too; the wider reading covers a child too many at worst.
    Meaning.NO_PHOTOS_AND_MEDIA: (
        "no media|media opt out|media exclusion|no photo or media|sin medios|no medios"
    ),
    Meaning.MAY_ALL: (
        "directory information release|directory release|release directory information"
        "|permission to publish|publish permission|publication consent|consent to publish"
        "|autoriza publicacion|permiso de publicacion"
    ),
    Meaning.MAY_NAMES: "name release|publish name|may publish name|publicar nombre|autoriza nombre",
    Meaning.MAY_PHOTOS: (
        "photo release|photo permission|photo consent|photo ok|photos ok|picture permission"
        "|image release|permission to photograph|publish photo|allow photo|allow photos"
        "|autoriza fotos|autorizacion de fotos|permiso de fotos|permiso de fotografia"
        "|consentimiento de fotos"
    ),
    Meaning.MAY_CREATIVE_WORK: (
        "student work release|work release|creative work release|publish work|permiso de trabajos"
    ),
    Meaning.MAY_MEDIA: (
        "press release|press permission|interview permission|permiso de prensa|autoriza prensa"
    ),
    Meaning.MAY_PHOTOS_AND_MEDIA: (
        "media release|media permission|media consent|allow media|photo video release"
        "|photo and video release|photo media release|permiso de medios|autoriza medios"
        "|autorizacion de medios"
    ),
    Meaning.MATCHING_FROM: (
        "face matching consent|face matching consent date|matching consent|matching consent date"
        "|biometric consent|biometric consent date|face pattern consent|consentimiento biometrico"
        "|fecha de consentimiento biometrico"
    ),
    Meaning.MATCHING_UNTIL: (
        "face matching until|matching until|matching consent until|biometric consent until"
        "|biometric consent expires|matching consent expires|consentimiento biometrico hasta"
        "|vence consentimiento biometrico"
    ),
    Meaning.MATCHING_BY: (
        "guardian|consent given by|consent by|guardian who consented|matching consent by"
        "|biometric consent by|consintio|consentimiento de|tutor|tutora|encargado"
    ),
    Meaning.NOTES: "note|notes|comment|comments|remarks|nota|notas|comentario|comentarios|observaciones",
    Meaning.PORTRAIT: (
        "photo file|photo file name|photo filename|image file name|image file|picture file"
        "|portrait file|archivo de foto"
    ),
    Meaning.LEFT: (
        "exit date|exitdate|withdrawal date|withdrawn|left on|left|end date|fecha de salida"
        "|fecha de baja|baja"
    ),
}
