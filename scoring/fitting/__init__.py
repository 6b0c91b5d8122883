"""How the model is fitted and measured: for developers (`make fit`, `make evaluate`); nothing of it runs when somebody
practises."""
