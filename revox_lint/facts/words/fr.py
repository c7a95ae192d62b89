"""French."""

from __future__ import annotations

from typing import Final

from revox_lint.facts.words import Words

WORDS: Final = Words(
    common="""
        le la les des du est je vous votre vos nous notre avec pour et de au aux ce une un que
        qui bonjour merci suis c'est l'agence chez sur dans ici appelle
    """,
    syllables_per_second=7.18,
    silent_e=True,
    data="""
        nom prénom prenom société societe entreprise heure jour téléphone telephone numéro numero
        adresse ville montant prix commande compte produit
    """,
    bracketed="attends attente attendre rire rires soupir",
    script="attend*, écoute*, silence, si",
    stand_in="voix votre ton ta de la du ici identifiant remplacer à a compléter completer remplir",
    stand_in_or_name="a à de la du ta",
    leftover_signs="faire compl remplir remplacer [votre",
    notes="",
    notes_at_end="[ÀA][ _](COMPL[ÉE]TER|REMPLIR|REMPLACER|D[ÉE]FINIR|FAIRE)",
    author_verbs="ajouter écrire compléter remplir vérifier remplacer préciser",
    owner="votre, vos, ton, ta, tes",
    thing="""
        société, entreprise, marque, agence, cabinet, nom, prénom, téléphone, numéro, adresse
        horaires?, ville, site
    """,
    fill="insérer, remplacer, compléter, remplir",
    gap_end="ici",
    to_fill="(à|a) (compléter|remplir|définir)",
    form="ici, compléter, remplir, définir",
    answer="réponse",
    todo_before="",
    todo_after="",
    todo_list="",
)
