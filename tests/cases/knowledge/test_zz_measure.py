"""Search over 2.000 articles against a page of one query."""
import statistics, time
import pytest
from django.urls import reverse
from django.test import RequestFactory
from django.db import connection
from cases.knowledge.searching import search_articles, words_of
from cases.models import Article, ArticleTerm
from tests.cases.knowledge.test_searching import library
from tests.factories.cases import MONDAY
import time_machine
pytestmark=pytest.mark.django_db
def med(f,n=25):
    f()
    out=[]
    for _ in range(n):
        t=time.perf_counter(); f(); out.append(time.perf_counter()-t)
    return statistics.median(out)*1000
def test_m(cast, library, as_user, capfd):
    user=cast.contact_centre; user.acting_role
    with time_machine.travel(MONDAY,tick=True):
        c=as_user(user)
        H={"HX-Request":"true"}
        connection.vendor=="postgresql" and connection.cursor().execute("ANALYZE")
        one=med(lambda: Article.objects.first())
        detail=Article.objects.first()
        page=med(lambda: c.get(reverse("article-detail",args=[detail.pk])))
        own=library[7]; two=' '.join(Article.objects.values_list('title',flat=True)[3].split())
        rows={}
        for name,w in {'one own word':own,'typing error':own[:4]+own[5:],'two words':two,'12 shared words':' '.join(Article.objects.all()[0].body.split()[:12]),'prefix wa':'wa','nothing':'qqqqqqq'}.items():
            rows[name]=(med(lambda: search_articles(user,w,MONDAY)), med(lambda: c.post(reverse("article-find"),{"words":w},headers=H)))
        vocab=ArticleTerm.objects.values('term').distinct().count()
    with capfd.disabled():
        print(f"\n{connection.vendor} vocab={vocab} terms={ArticleTerm.objects.count()} one query {one:.2f} ms, detail page {page:.1f} ms")
        for n,(s,f) in rows.items(): print(f"  {n}: search {s:.1f} ms, fragment {f:.1f} ms = {f/page:.2f} x detail page")
