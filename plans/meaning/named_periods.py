"""The words and figures by which plans name days and periods, as one pattern."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR4 = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_YEAR4}|['’]?\d\d)(?![\d%]|st|nd|rd|th)"
_PAIR = rf"{_YEAR4}\s?[/–—-]\s?(?:{_YEAR4}|\d{{1,2}})(?!\d)"
_SHORT = r"\d\d/\d\d(?![\d/])"
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_GAP = r"[ \t,'’./–-]{0,3}"  # a date does not run on to another line
_COUNT = r"(?:[1-6]|(?:one|two|three|four|five|six)\b)"  # of the years of a plan
_OF = rf"(?:{_GAP}|\sof\s(?={_YEAR4}))"  # "spring of 2027"

NAMED = re.compile(
    rf"\b(?:(?P<iso>{_YEAR4}-\d\d?-\d\d?)(?:[T ]\d\d:\d\d(?::\d\d)?)?(?!\d)"
    rf"|(?P<numbers>\d\d?[./-]\d\d?[./-](?:{_YEAR4}|\d\d))(?![\d/])"
    rf"|(?P<day>(?P<d_day>\d\d?){_TH}(?:\s{{1,3}}(?:of\s)?|[-/.])(?P<d_month>{_MONTH})"
    rf"(?:{_OF}(?P<d_year>{_YEAR}))?)"
    rf"|(?P<american>(?P<a_month>{_MONTH})\s{{1,3}}(?P<a_day>\d\d?){_TH},?\s{{1,3}}"
    rf"(?P<a_year>{_YEAR4}))"
    rf"|(?P<figures>(?P<f_month>0?[1-9]|1[0-2])/(?P<of_year>{_YEAR4}))(?![\d/])"
    rf"|(?P<months>{_MONTH}\s?[/&]\s?(?P<m_month>{_MONTH}){_GAP}(?P<m_year>{_YEAR}))"
    rf"|(?P<month>(?P<o_month>{_MONTH})(?:{_OF}(?P<o_year>{_YEAR}))?)"
    rf"|(?P<feast>(?P<e_name>easter|christmas){_OF}(?P<e_year>{_YEAR4}))"
    rf"|(?P<season>(?P<s_name>spring|summer|autumn|fall|winter)(?:\s(?:(?P<s_term>term)|holiday)s?)?"
    rf"(?:{_OF}(?P<s_year>{_PAIR}|{_SHORT}|{_YEAR}))?)"
    rf"|(?P<quarter>(?:q(?:uarter|tr)?\s?(?P<q_number>[1-4])|(?P<q_word>first|second|third|fourth|"
    rf"[1-4](?:st|nd|rd|th))\squarter)(?:{_GAP}(?:of\s)?(?:the\s)?(?P<q_fiscal>fy\s?)?"
    rf"(?P<q_year>{_PAIR}|{_SHORT}|{_YEAR}))?)"
    rf"|(?P<half>(?:h(?P<h_number>[12])|(?P<h_word>first|second)\shalf)(?:{_GAP}(?:of\s)?)"
    rf"(?P<h_year>{_PAIR}|{_SHORT}|{_YEAR}))"
    rf"|(?P<fiscal>fy\s?(?P<f_year>{_PAIR}|\d\d/\d\d|{_YEAR})|"
    rf"(?:(?:financial|fiscal)\syear|year[\s-]end)(?:\s(?P<f_year2>{_PAIR}|\d\d/\d\d|{_YEAR}))?)"
    rf"|(?P<school>(?P<y_pair2>{_PAIR})\s(?:academic|school)\syear|"
    rf"(?:academic|school)\syear(?:\s(?P<y_pair>{_PAIR}|{_SHORT}))?)"
    rf"|(?P<years>{_PAIR})"
    rf"|(?P<nth>(?:plan\s)?(?:years?\s|yrs?\b\.?\s?|yrs?(?=\d))(?P<n_from>{_COUNT})"
    rf"(?:\s?(?:[–-]|to|and|&)\s?(?P<n_to>{_COUNT}))?"
    r"(?![\d./%])(?!\s(?:pupil|student|child|teach|class|group|learner)))"
    r"|(?P<short>(?P<p_from>\d\d)/(?P<p_to>\d\d))(?![\d/%])"
    rf"|(?P<year>{_YEAR4})(?![\d%]))",
    re.IGNORECASE,
)
