from django.urls import path

from clusters.login import views

urlpatterns = [
    path("inloggen/", views.sign_in, name="login"),
    path("inloggen/code/", views.verify, name="login-verify"),
    path("inloggen/app/", views.enrol, name="login-enrol"),
    path("inloggen/demo/", views.demo_sign_in, name="demo-sign-in"),
    path("uitloggen/", views.sign_out, name="logout"),
    path("mijn-account/", views.account, name="account"),
    path("mijn-account/rol/", views.role_switch, name="role-switch"),
    path("mijn-account/wachtwoord/", views.password, name="password"),
    path("mijn-account/herstelcodes/", views.recovery_codes, name="recovery-codes"),
]
