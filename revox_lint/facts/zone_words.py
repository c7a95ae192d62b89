"""Words that people write for a time zone that has another name: abbreviations and places.

The zone beside a word is one whose clocks the word stands for, in the name that the IANA
database has for it. Sources: the abbreviations and cities are those of the database's own
files `northamerica`, `europe`, `asia`, `australasia`, `southamerica` and `africa` and their
comments; the names of Windows are Unicode CLDR's `windowsZones.xml` (territory 001).
A word that stands for several clocks alike (`central`, `usa`) is not among them.
"""

from __future__ import annotations

from typing import Final

ABBREVIATIONS: Final[dict[str, str]] = {
    # North America
    "PST PDT PT": "America/Los_Angeles",
    "MDT MT": "America/Denver",
    "CST CDT CT": "America/Chicago",
    "EST EDT ET": "America/New_York",
    "AKST AKDT": "America/Anchorage",
    "HAST": "Pacific/Honolulu",
    "AST ADT": "America/Halifax",
    "NST NDT": "America/St_Johns",
    # South America
    "BRT": "America/Sao_Paulo",
    "ART": "America/Argentina/Buenos_Aires",
    "CLT CLST": "America/Santiago",
    "COT": "America/Bogota",
    # Europe
    "CEST MEZ MESZ HNEC HEEC": "Europe/Paris",
    "EEST": "Europe/Athens",
    "WEST": "Europe/Lisbon",
    "BST": "Europe/London",
    "MSK": "Europe/Moscow",
    "TRT": "Europe/Istanbul",
    # Asia, Africa, Oceania
    "IST": "Asia/Kolkata",
    "PKT": "Asia/Karachi",
    "GST": "Asia/Dubai",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "WIB": "Asia/Jakarta",
    "ICT": "Asia/Bangkok",
    "PHT": "Asia/Manila",
    "SAST": "Africa/Johannesburg",
    "WAT": "Africa/Lagos",
    "EAT": "Africa/Nairobi",
    "AEST AEDT AET": "Australia/Sydney",
    "ACST ACDT": "Australia/Adelaide",
    "AWST": "Australia/Perth",
    "NZST NZDT": "Pacific/Auckland",
}
"""Abbreviations, by spaces → a zone whose clocks show them."""

PLACES: Final[dict[str, str]] = {
    # Names of clocks, in words; then Windows' names
    "Eastern, Eastern Time, Eastern Standard Time, Eastern Daylight Time": "America/New_York",
    "Central Time, Central Standard Time, Central Daylight Time": "America/Chicago",
    "Mountain Time, Mountain Standard Time, Mountain Daylight Time": "America/Denver",
    "Pacific Time, Pacific Standard Time, Pacific Daylight Time": "America/Los_Angeles",
    "Alaska Time, Alaskan Standard Time": "America/Anchorage",
    "Hawaii, Hawaii Time, Hawaiian Standard Time": "Pacific/Honolulu",
    "Atlantic Time, Atlantic Standard Time": "America/Halifax",
    "Newfoundland Time, Newfoundland Standard Time": "America/St_Johns",
    "Central European Time, Central European Summer Time, Romance Standard Time": "Europe/Paris",
    "Heure de Paris, Heure d'Europe centrale": "Europe/Paris",
    "W. Europe Standard Time, Mitteleuropäische Zeit": "Europe/Berlin",
    "Central Europe Standard Time": "Europe/Budapest",
    "Central European Standard Time": "Europe/Warsaw",
    "Hora peninsular": "Europe/Madrid",
    "GMT Standard Time, British Summer Time, UK Time": "Europe/London",
    "Eastern European Time, GTB Standard Time": "Europe/Bucharest",
    "FLE Standard Time": "Europe/Kyiv",
    "Russian Standard Time": "Europe/Moscow",
    "Turkey Standard Time": "Europe/Istanbul",
    "India Standard Time": "Asia/Kolkata",
    "China Standard Time": "Asia/Shanghai",
    "Tokyo Standard Time, Japan Standard Time": "Asia/Tokyo",
    "Singapore Standard Time": "Asia/Singapore",
    "Arabian Standard Time": "Asia/Dubai",
    "Israel Standard Time": "Asia/Jerusalem",
    "AUS Eastern Standard Time": "Australia/Sydney",
    "E. South America Standard Time": "America/Sao_Paulo",
    # Europe: countries with one clock, and cities
    "France, Frankreich, Francia, Lyon, Marseille, Marseilles, Toulouse, Nice, Nantes, Lille, "
    "Bordeaux, Strasbourg, Rennes, Montpellier, Grenoble, Parigi, París": "Europe/Paris",
    "Germany, Deutschland, Allemagne, Alemania, Munich, München, Hamburg, Frankfurt, Francfort, "
    "Cologne, Köln, Stuttgart, Düsseldorf, Leipzig, Dresden, Hannover, Nürnberg, Bremen, "
    "Essen, Dortmund, Bonn, Berlín": "Europe/Berlin",
    "Spain, España, Espagne, Spanien, Barcelona, Valencia, Sevilla, Seville, Bilbao, Malaga, "
    "Zaragoza, Murcia, Mallorca": "Europe/Madrid",
    "Canary Islands, Canarias, Islas Canarias, Tenerife, Las Palmas": "Atlantic/Canary",
    "Italy, Italia, Italie, Italien, Milan, Milano, Mailand, Roma, Rom, Napoli, Naples, Torino, "
    "Turin, Firenze, Florence, Bologna, Venice, Venezia, Palermo": "Europe/Rome",
    "UK, United Kingdom, Great Britain, England, Scotland, Wales, Royaume-Uni, Reino Unido, "
    "Grossbritannien, Manchester, Birmingham, Edinburgh, Glasgow, Liverpool, Leeds, Bristol, "
    "Cardiff, Sheffield, Londres, Londra": "Europe/London",
    "Ireland, Irlande, Irlanda, Irland, Cork, Galway": "Europe/Dublin",
    "Belgium, Belgique, België, Belgien, Bélgica, Bruxelles, Brussel, Brüssel, Bruselas, Anvers, "
    "Antwerp, Antwerpen, Ghent, Gent, Liège": "Europe/Brussels",
    "Netherlands, The Netherlands, Holland, Nederland, Pays-Bas, Niederlande, Rotterdam, "
    "The Hague, Den Haag, Utrecht, Eindhoven": "Europe/Amsterdam",
    "Switzerland, Suisse, Schweiz, Svizzera, Suiza, Geneva, Genève, Genf, Ginebra, Bern, Berne, "
    "Basel, Lausanne, Lugano, Zürich": "Europe/Zurich",
    "Austria, Österreich, Autriche, Wien, Vienne, Viena, Graz, Linz, Salzburg": "Europe/Vienna",
    "Luxemburg, Luxemburgo": "Europe/Luxembourg",
    "Lisboa, Lisbonne, Lissabon, Porto": "Europe/Lisbon",
    "Denmark, Danmark, København, Copenhague, Kopenhagen": "Europe/Copenhagen",
    "Sweden, Sverige, Suède, Schweden, Gothenburg, Göteborg, Malmö": "Europe/Stockholm",
    "Norway, Norge, Norvège, Norwegen, Bergen": "Europe/Oslo",
    "Finland, Suomi, Finlande, Finnland": "Europe/Helsinki",
    "Polska, Pologne, Polen, Warszawa, Varsovie, Warschau, Varsovia, Krakow, Gdansk, "
    "Wroclaw": "Europe/Warsaw",
    "Czechia, Czech Republic, Praha, Prag, Praga, Brno": "Europe/Prague",
    "Hungary": "Europe/Budapest",
    "Romania": "Europe/Bucharest",
    "Bulgaria": "Europe/Sofia",
    "Greece, Athen, Athènes, Atenas": "Europe/Athens",
    "Ukraine, Kyïv, Lviv, Odesa": "Europe/Kyiv",
    "Moskau, Moscou, Moscú, Saint Petersburg": "Europe/Moscow",
    "Ankara, Izmir, Türkiye": "Europe/Istanbul",
    # The Americas
    "NYC, New York City, Nueva York, Boston, Washington, Washington DC, Philadelphia, Miami, "
    "Atlanta, Orlando, Tampa, Charlotte, Baltimore, Pittsburgh, Cleveland, Columbus, "
    "Jacksonville, Raleigh, Brooklyn, Florida, Georgia": "America/New_York",
    "Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans, Nashville, St Louis, "
    "Saint Louis, Kansas City, Milwaukee, Memphis, Oklahoma City, Texas": "America/Chicago",
    "Salt Lake City, Colorado": "America/Denver",
    "LA, L.A., SF, San Francisco, San Diego, San Jose, Sacramento, Oakland, Seattle, Portland, "
    "Las Vegas, California, Silicon Valley": "America/Los_Angeles",
    "Arizona, Tucson": "America/Phoenix",
    "Montreal, Montréal, Ottawa, Quebec, Québec, Ontario": "America/Toronto",
    "Calgary": "America/Edmonton",
    "Mexico, México, Ciudad de México, CDMX, Guadalajara, Puebla": "America/Mexico_City",
    "Rio, Rio de Janeiro, Brasilia, Brasília, Belo Horizonte, Curitiba, Porto Alegre, "
    "San Pablo": "America/Sao_Paulo",
    "Argentina, Buenos Aires": "America/Argentina/Buenos_Aires",
    "Colombia, Medellin, Cali": "America/Bogota",
    "Peru": "America/Lima",
    "Venezuela": "America/Caracas",
    "Quito": "America/Guayaquil",
    # Africa
    "South Africa, Cape Town, Durban, Pretoria": "Africa/Johannesburg",
    "Nigeria, Abuja": "Africa/Lagos",
    "Kenya": "Africa/Nairobi",
    "Morocco, Maroc, Rabat, Marrakech": "Africa/Casablanca",
    "Algeria, Algérie, Alger": "Africa/Algiers",
    "Tunisia, Tunisie": "Africa/Tunis",
    "Senegal": "Africa/Dakar",
    # Asia and Oceania
    "India, Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, "
    "Pune": "Asia/Kolkata",
    "China, Beijing, Peking, Shenzhen, Guangzhou, Hangzhou, Chengdu": "Asia/Shanghai",
    "Osaka, Kyoto, Yokohama": "Asia/Tokyo",
    "South Korea, Korea, Busan": "Asia/Seoul",
    "UAE, United Arab Emirates, Abu Dhabi": "Asia/Dubai",
    "Saudi Arabia, Jeddah": "Asia/Riyadh",
    "Tel Aviv": "Asia/Jerusalem",
    "Vietnam, Hanoi, Saigon": "Asia/Ho_Chi_Minh",
    "Thailand": "Asia/Bangkok",
    "Philippines": "Asia/Manila",
    "Malaysia": "Asia/Kuala_Lumpur",
    "Taiwan": "Asia/Taipei",
    "Pakistan, Lahore, Islamabad": "Asia/Karachi",
    "Bangladesh": "Asia/Dhaka",
    "Canberra": "Australia/Sydney",
    "Gold Coast": "Australia/Brisbane",
    "New Zealand, Wellington, Christchurch": "Pacific/Auckland",
}
"""Names of clocks, countries and cities, by commas → their zone."""
