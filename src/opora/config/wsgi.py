"""What a web server calls."""

from django.core.wsgi import get_wsgi_application

from opora.config.raising import raise_pages

application = get_wsgi_application()
raise_pages()
