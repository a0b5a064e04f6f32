from django.urls import path

from clusters.login import views

urlpatterns = [
    path("inloggen/", views.sign_in, name="login"),
    path("inloggen/code/", views.verify, name="login-verify"),
    path("inloggen/app/", views.enrol, name="login-enrol"),
    path("inloggen/demo/", views.demo_sign_in, name="demo-sign-in"),
    path("uitloggen/", views.sign_out, name="logout"),
    path("account/welkom/", views.welcome, name="welcome"),
    path("account/welkom/<str:uid>/<str:token>/", views.welcome_link, name="welcome-link"),
    path(
        "beheer/medewerkers/<int:user_id>/uitnodigen/",
        views.employee_invite,
        name="employee-invite",
    ),
    path(
        "beheer/medewerkers/<int:user_id>/app-loskoppelen/",
        views.second_factor_reset,
        name="second-factor-reset",
    ),
    path("mijn-account/", views.account, name="account"),
    path("mijn-account/rol/", views.role_switch, name="role-switch"),
    path("mijn-account/wachtwoord/", views.password, name="password"),
    path("mijn-account/herstelcodes/", views.recovery_codes, name="recovery-codes"),
]
