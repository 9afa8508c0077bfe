"""Questions that ask about health, and questions that only look a little like it, in the languages of the theme."""

import pytest

from mcsite.source.health import asked_about

ABOUT_HEALTH = {
    "en": [
        "Any injuries?", "Medication you take", "Date of birth", "DOB", "D.O.B.", "Birthday", "Are you pregnant?",
        "Do you have any medical conditions?", "Allergies", "Recent surgery", "Where does it hurt / pain?", "Blood-pressure",
        "Heart condition", "Your GP", "Disability",
    ],
    "de": [
        "Verletzungen", "Haben Sie Vorerkrankungen?", "Rückenschmerzen?", "Medikamente", "Geburtsdatum", "Gesundheitszustand",
        "Name Ihres Hausarztes", "Schwangerschaft", "Allergien", "ÄRZTIN",
    ],
    "fr": [
        "Blessures récentes", "Médicaments", "Date de naissance", "Êtes-vous enceinte ?", "Problèmes de santé", "Allergies", "Né le",
    ],
    "es": [
        "¿Alguna lesión?", "Medicación", "Fecha de nacimiento", "¿Está embarazada?", "Alergias", "Dolores de espalda", "enfermedades",
    ],
    "pt": [
        "Lesões", "Medicação", "Data de nascimento", "Está grávida?", "Doenças", "Problemas de saúde", "Dores nas costas",
    ],
    "ar": [
        "هل لديك إصابات؟", "الأدوية", "تاريخ الميلاد", "أمراض مزمنة", "هل أنتِ حامل؟", "حالتك الصحية", "إصابتك", "ألم", "آلام الظهر",
        "حَسَاسِيَّة", "وهل تعاني من آلام؟",
    ],
}  # fmt: skip
ABOUT_OTHER_THINGS = {
    "en": [
        "Anything we should know about access?", "How did you hear of us?", "Town", "Which hour suits you?", "Will you stay for tea?",
        "T-shirt size", "I agree to the terms and conditions", "Painting or clay?", "Skill level", "Healthy snacks?",
    ],
    "de": [
        "Wie haben Sie von uns erfahren?", "Wohnort", "Bringen Sie eine Matte mit?", "Arztpraxis",
    ],
    "fr": [
        "Apportez-vous du pain ?", "Ville", "Comment nous avez-vous connus ?",
    ],
    "es": [
        "¿Traes esterilla?", "Ciudad", "¿Cuántos pesos?",
    ],
    "pt": [
        "Cidade", "Traz tapete?",
    ],
    "ar": [
        "المدينة", "كيف عرفت عنا؟", "الاسم", "رقم الهاتف", "اسم الأم",
    ],
}  # fmt: skip


def in_each_language(labels):
    return [pytest.param(language, label, id=f"{language}-{label}") for language, found in labels.items() for label in found]


@pytest.mark.parametrize(("language", "label"), in_each_language(ABOUT_HEALTH))
def test_a_question_about_health_is_seen(language, label):
    assert asked_about(label, language)
    assert asked_about(label.upper(), language)


@pytest.mark.parametrize(("language", "label"), in_each_language(ABOUT_OTHER_THINGS))
def test_a_question_about_anything_else_is_left_alone(language, label):
    assert asked_about(label, language) == ""


@pytest.mark.parametrize(("language", "label"), in_each_language(ABOUT_HEALTH))
def test_a_site_that_asks_in_two_languages_is_understood(language, label):
    assert asked_about(label, "en-GB" if language != "en" else "de")


def test_the_words_are_shown_as_they_were_written():
    assert asked_about("Leiden Sie an R\u00fcckenschmerzen?", "de") == "R\u00fcckenschmerzen"
    assert asked_about("Votre Date de naissance", "fr") == "Date de naissance"


def test_bread_is_no_pain_in_french_only():
    assert asked_about("Du pain ?", "fr-CA") == ""
    assert asked_about("Any pain?", "en") == "pain"


def test_accents_and_vowel_signs_may_be_left_out_or_added():
    assert asked_about("medicacion", "es") == "medicacion"
    assert asked_about("\u062d\u064e\u0633\u064e\u0627\u0633\u0650\u064a\u064e\u0651\u0629", "ar")
